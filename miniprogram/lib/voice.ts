import { keepFile } from './photos';

/** A recording on this phone. */
export interface Spoken {
  readonly path: string;
  readonly seconds: number;
}

/** What came of it: the phone may not let us hear, or may not be able to. */
export type Heard = Spoken | 'refused' | 'failed' | 'short';

/** Mono at 16 kHz and 24 kbit/s: a voice is clear, and a minute weighs 180 kB. */
const quality = { sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 24_000, format: 'mp3' } as const;
/** Shorter than this nobody has said anything, in ms. */
const least = 1_000;

interface Hearing {
  started(): void;
  over(heard: Heard): void;
}

let hearing: Hearing | undefined;
let under: Promise<Heard> | undefined;
let manager: WechatMiniprogram.RecorderManager | undefined;

/** There is one recorder, and who listens to it once listens for good. */
function recorder(): WechatMiniprogram.RecorderManager {
  if (manager) return manager;
  manager = wx.getRecorderManager();
  manager.onStart(() => hearing?.started());
  manager.onStop(({ tempFilePath, duration }) => void take(tempFilePath, duration));
  manager.onError(({ errMsg }) => hearing?.over(/auth|deny|permission/i.test(errMsg) ? 'refused' : 'failed'));
  return manager;
}

async function take(tempFilePath: string, ms: number): Promise<void> {
  const { over } = hearing ?? {};
  if (ms < least) return over?.('short');
  over?.({ path: await keepFile(tempFilePath), seconds: Math.round(ms / 1000) });
}

/** Listens until it is told to stop, and `longest` seconds at most. `started`: it hears from now on. */
export function speak(longest: number, started: () => void): Promise<Heard> {
  under ??= new Promise<Heard>((over) => {
    hearing = { started, over };
    recorder().start({ ...quality, duration: longest * 1000 });
  }).finally(() => {
    hearing = undefined;
    under = undefined;
  });
  return under;
}

/** Done when what was said is kept. */
export async function stopSpeaking(): Promise<void> {
  if (!under) return;
  recorder().stop();
  await under;
}
