import type { Recording } from '../domain/appeal/recording.ts';
import type { Actor } from '../domain/kernel/process.ts';
import { BadInput } from './bad-input.ts';
import type { Cloud } from './cloud.ts';
import { isHeavier, isSound, keepFile, ownFile } from './handed-in.ts';
import { cleanRecording } from './recordings/clean.ts';

/** The heaviest recording, in bytes: a minute as phones record a voice weighs a quarter of it. */
const heaviest = 1024 * 1024;
/** A phone that stops in time may end up so much over it, in seconds. */
const overrun = 1.5;

/**
 * Keeps the sound of a recording for the one who hands it in, and nothing else of it; the same recording again is
 * the same file. Throws {@link BadInput}.
 */
export async function keepRecording(cloud: Cloud, actor: Actor, base64: string): Promise<Recording> {
  if (isHeavier(base64, heaviest)) throw new BadInput('recording', '录音最大 1 MB，请录短一些');
  const { type, ending, content, seconds: lasts } = cleanRecording(Buffer.from(base64, 'base64'));
  const { longest } = (await cloud.office()).rules.recording;
  if (lasts > longest + overrun) throw new BadInput('recording', `一段录音最长 ${longest} 秒，请分几段录`);
  const seconds = Math.min(longest, Math.max(1, Math.round(lasts)));
  return {
    id: await keepFile(cloud, actor, { type, content, seconds, begins: 'r', ends: `-${ending}` }),
    seconds,
  };
}

/** A recording can only be named by the one who handed it in, as long as it is. */
export async function mustOwnRecordings(
  cloud: Cloud,
  actor: Actor,
  recordings: readonly Recording[],
): Promise<void> {
  for (const { id, seconds } of recordings) {
    const file = await ownFile(cloud, actor, id);
    if (!file || !isSound(file) || file.seconds !== seconds)
      throw new BadInput('recordings', '录音没有上传成功，请重新录');
  }
}
