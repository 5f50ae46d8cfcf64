import { keepFile } from './photos';

/** A recording on this phone. */
export interface Spoken {
  readonly path: string;
  readonly seconds: number;
}

/** What came of it: the phone may not let us hear or not be able to; `dropped`: it was stopped before it began. */
export type Heard = Spoken | 'refused' | 'failed' | 'short' | 'dropped';

/** Mono at 16 kHz and 24 kbit/s: a voice is clear, and a minute weighs 180 kB. */
const quality = { sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 24_000, format: 'mp3' } as const;
/** Shorter than this nobody has said anything, in ms. */
const least = 1_000;
/** So long the phone may take to hand over what it heard, in ms; then nobody waits for it any more. */
const patience = 5_000;

interface Hearing {
  begun: boolean;
  began(): void;
  over(heard: Heard): void;
}

let hearing: Hearing | undefined;
let under: Promise<Heard> | undefined;
let manager: WechatMiniprogram.RecorderManager | undefined;

/** There is one recorder, and who listens to it once listens for good. */
function recorder(): WechatMiniprogram.RecorderManager {
  if (manager) return manager;
  manager = wx.getRecorderManager();
  manager.onStart(begin);
  manager.onStop(({ tempFilePath, duration }) => void take(tempFilePath, duration));
  manager.onError(({ errMsg }) => hearing?.over(/auth|deny|permission/i.test(errMsg) ? 'refused' : 'failed'));
  return manager;
}

/** What begins when nobody wants it any more is stopped at once. */
function begin(): void {
  if (hearing) {
    hearing.begun = true;
    hearing.began();
  } else manager?.stop();
}

async function take(tempFilePath: string, ms: number): Promise<void> {
  const { over } = hearing ?? {};
  if (ms < least) return over?.('short');
  over?.({ path: await keepFile(tempFilePath), seconds: Math.round(ms / 1000) });
}

/** It listens, or is about to. */
export function isListening(): boolean {
  return under !== undefined;
}

/** Listens until it is told to stop, and `longest` seconds at most. `began`: it hears from now on. */
export function speak(longest: number, began: () => void): Promise<Heard> {
  under ??= new Promise<Heard>((over) => {
    hearing = { begun: false, began, over };
    recorder().start({ ...quality, duration: longest * 1000 });
  }).finally(() => {
    hearing = undefined;
    under = undefined;
  });
  return under;
}

/** Done when what was said is kept; at once where the phone has not begun to hear. */
export async function stopSpeaking(): Promise<void> {
  if (!hearing) return;
  const { begun, over } = hearing;
  if (begun) recorder().stop();
  else over('dropped');
  const timer = setTimeout(() => over('failed'), patience);
  await under;
  clearTimeout(timer);
}
