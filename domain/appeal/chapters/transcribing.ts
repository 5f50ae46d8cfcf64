import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Appeal } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import { open } from '../statuses.ts';
import { isAnothers } from '../who.ts';

/** 听写：居民可以用说的，专班听了写下来，才好派单、查找、看出急事（条例第八条）. */
interface Transcribe {
  readonly type: 'transcribe';
  readonly words: string;
}
export type Command = Transcribe;

interface Transcribed {
  readonly type: 'transcribed';
  readonly words: string;
}
export type Fact = Transcribed;

export const moves: MoveTable<Appeal, Command['type']> = {
  transcribe: {
    zh: '听写',
    by: ['coordinator'],
    from: open,
    whose: isAnothers,
    when: ({ recordings = [] }) => recordings.length > 0,
    article: '条例第八条',
  },
};

export const inputs = [
  v.strictObject({ type: v.literal('transcribe'), words: words('听写的话', 2000, 2) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  transcribe: (_, { words }) => [{ type: 'transcribed', words }],
};

export const evolve: Memory<Fact> = {
  transcribed: (_, { seq: event, fact: { words } }) => ({ transcript: { words, event } }),
};

export const line: Lines<Fact> = {
  transcribed: ({ fact }) => ({ zh: '工作人员听写', words: fact.words }),
};
