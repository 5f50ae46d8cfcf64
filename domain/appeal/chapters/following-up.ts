import type { MoveTable } from '../../kernel/moves.ts';
import type { Appeal, Satisfied, Solved } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import { satisfied as satisfiedWord, solved as solvedWord } from '../words.ts';
import type { Climbed } from './climbing.ts';
import type { Consulted } from './consulting.ts';
import type { Closed } from './ending.ts';
import { outcomeOf, type Redone } from './rating.ts';

/** 回访：居民在电话里说的，与自己评价的一样算数（条例第二十三条）. */
interface FollowedUp {
  readonly type: 'followedUp';
  /** The unit did get in touch with the resident. */
  readonly contacted: boolean;
  readonly solved: Solved;
  readonly satisfied: Satisfied;
  readonly words?: string | undefined;
}
interface Unreached {
  readonly type: 'unreached';
  /** He was called; otherwise nobody drew him and he did not rate by himself. */
  readonly called: boolean;
}
export type Command = FollowedUp | Unreached;
export type Fact = FollowedUp;

export const moves: MoveTable<Appeal, Command['type']> = {
  followedUp: { zh: '回访结果', by: ['system'], from: ['awaitingRating'], article: '条例第二十三条' },
  unreached: { zh: '到期未评价', by: ['system'], from: ['awaitingRating'], article: '条例第二十三条' },
};

export const decide: Decisions<Command, Fact | Redone | Consulted | Climbed | Closed> = {
  followedUp: (appeal, command, context) => [command, ...outcomeOf(appeal, command, '回访', context)],
  unreached: (_, { called }) => [{ type: 'closed', reason: called ? 'unreachable' : 'unrated' }],
};

export const evolve: Memory<Fact> = {
  followedUp: (_, { at, fact: { contacted, solved, satisfied, words } }) => ({
    rating: { contacted, solved, satisfied, words, at },
  }),
};

export const line: Lines<Fact> = {
  followedUp: ({ fact, relation }) =>
    relation === 'grid' || relation === 'accused'
      ? { zh: '已回访' }
      : { zh: `回访：${solvedWord[fact.solved].zh}，${satisfiedWord[fact.satisfied].zh}`, words: fact.words },
};
