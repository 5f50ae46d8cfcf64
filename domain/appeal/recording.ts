import type { Actor } from '../kernel/process.ts';
import type { Appeal, Relation } from './appeal.ts';
import { spoken } from './words.ts';

/** 录音：一段说出来的诉求. Kept by the cloud under `id`; `seconds` is how long it lasts, as the cloud measured it. */
export interface Recording {
  readonly id: string;
  readonly seconds: number;
}

/** 听写：工作人员听了录音写下的话, and the number of the event by which it was written. */
export interface Transcript {
  readonly words: string;
  readonly event: number;
}

/** Fewest characters of an appeal that nobody speaks. */
export const fewest = 5;

/** What it says in words: what was written, then what was written down of what was spoken; empty where nothing was. */
export function wordsOf({ text, transcript }: Pick<Appeal, 'text' | 'transcript'>): string {
  return [text, transcript?.words ?? ''].filter((each) => each !== '').join('\n');
}

/** The same for people to read, who are told where there is only a voice. */
export function readable(appeal: Pick<Appeal, 'text' | 'transcript'>): string {
  return wordsOf(appeal) || spoken;
}

/**
 * 声音认得出人：看得到姓名的才听得到；隐名、匿名的，只有专班在写下来之前可以听（条例第八条、第三十五条）.
 * `named`: the viewer may know whose it is.
 */
export function heardBy(
  { recordings, transcript }: Appeal,
  relation: Relation,
  { actor, named }: { readonly actor: Actor; readonly named: boolean },
): readonly Recording[] | undefined {
  const writes = relation === 'coordinator' && actor.roles.includes('coordinator') && !transcript;
  return relation === 'owner' || named || writes ? recordings : undefined;
}
