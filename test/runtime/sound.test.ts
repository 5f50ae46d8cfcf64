/// <reference lib="dom" />
import { cleanRecording } from '../../cloudfunctions/recordings/clean.ts';
import type { Phone } from '../support/handset.ts';
import { setFixture } from './stage.ts';

const fixture = setFixture();

interface Told {
  readonly [name: string]: unknown;
}
interface Recorder {
  onStart(listener: () => void): void;
  onStop(listener: (value: Told) => void): void;
  onError(listener: (value: Told) => void): void;
  start(options: object): void;
  stop(): void;
}
interface Player {
  src: string;
  play(): void;
  destroy(): void;
  onTimeUpdate(listener: () => void): void;
  onEnded(listener: () => void): void;
  onError(listener: (value: Told) => void): void;
}
interface Within {
  readonly wx: {
    getRecorderManager(): Recorder;
    createInnerAudioContext(): Player;
    getFileSystemManager(): { readFile(options: object): void };
  };
}

/** Records until it is told to stop, or until it stops by itself. */
const recorded = (phone: Phone, duration: number, stopsAfter?: number): Promise<Told> =>
  phone.page.evaluate(
    ([longest, after]) =>
      new Promise<Told>((resolve) => {
        const recorder = (window as unknown as Within).wx.getRecorderManager();
        recorder.onStop(resolve);
        recorder.onError(resolve);
        recorder.onStart(() => after !== undefined && setTimeout(() => recorder.stop(), after));
        recorder.start({ duration: longest, encodeBitRate: 24_000, format: 'mp3' });
      }),
    [duration, stopsAfter] as const,
  );

const played = (phone: Phone, src: string): Promise<string[]> =>
  phone.page.evaluate(
    (path) =>
      new Promise<string[]>((resolve) => {
        const player = (window as unknown as Within).wx.createInnerAudioContext();
        const heard = new Set<string>();
        player.onTimeUpdate(() => heard.add('time'));
        player.onEnded(() => resolve([...heard, 'ended']));
        player.onError(({ errCode }) => resolve([`error ${String(errCode)}`]));
        player.src = path;
        player.play();
      }),
    src,
  );

const contentOf = (phone: Phone, filePath: string): Promise<string> =>
  phone.page.evaluate(
    (path) =>
      new Promise<string>((resolve) =>
        (window as unknown as Within).wx.getFileSystemManager().readFile({
          filePath: path,
          encoding: 'base64',
          success: ({ data }: { data: string }) => resolve(data),
        }),
      ),
    filePath,
  );

it('what the microphone hears is recorded, is a recording to the door, and is played to its end', async () => {
  const phone = await fixture.phone('/pages/home/home');
  const told = await recorded(phone, 60_000, 1_500);
  expect(told).toMatchObject({ tempFilePath: expect.stringMatching(/^http:\/\/tmp\/.+\.webm$/) });
  const path = String(told.tempFilePath);
  const content = Buffer.from(await contentOf(phone, path), 'base64');
  expect(content.length).toBe(told.fileSize);
  const { type, seconds } = cleanRecording(content);
  expect(type).toBe('audio/webm');
  expect(seconds).toBeGreaterThan(1);
  expect(seconds).toBeLessThan(Number(told.duration) / 1000 + 0.5);
  expect(await played(phone, path)).toEqual(['time', 'ended']);
});

it('it stops by itself', async () => {
  const phone = await fixture.phone('/pages/home/home');
  const { duration } = await recorded(phone, 1_200);
  expect(Number(duration)).toBeGreaterThanOrEqual(1_000);
});

it('what is no sound is told as an error', async () => {
  const phone = await fixture.phone('/pages/home/home');
  expect(await played(phone, 'data:audio/webm;base64,AAAA')).toEqual(['error 10001']);
});
