/** What people read. `bo` only where a reviewer has passed it; without it 中文 is shown. */
export interface Word {
  readonly zh: string;
  readonly bo?: string;
}

export type Words<Key extends string> = Readonly<Record<Key, Word>>;

type Language = 'zh' | 'bo';

export function say(word: Word, language: Language): string {
  return (language === 'bo' && word.bo) || word.zh;
}
