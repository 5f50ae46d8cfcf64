import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import { startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import { type Decisions, type Lines, type Memory, type Notices, toDesk, toOwner } from '../chapter.ts';
import { always, open } from '../statuses.ts';

/** 保护：与事有关的人回避；隐名的，要看是谁得有用途、两个人，三十分钟为止，记在案上（条例第三十五条）. */
interface Recuse {
  readonly type: 'recuse';
  readonly words: string;
}
/** Granted by a second person: who asked may see whose appeal it is for a while. `words`: what for. */
interface Unmask {
  readonly type: 'unmask';
  readonly by: string;
  readonly words: string;
  readonly unit?: string | undefined;
  readonly request?: string | undefined;
}
export type Command = Recuse | Unmask;

interface Recused {
  readonly type: 'recused';
  readonly words: string;
}
interface Unmasked {
  readonly type: 'unmasked';
  readonly person: string;
  readonly purpose: string;
  readonly until: number;
}
export type Fact = Recused | Unmasked;

export const moves: MoveTable<Appeal, Command['type']> = {
  recuse: {
    zh: '本人回避',
    by: ['coordinator', 'streetLeader'],
    from: open,
    article: '济南市 12345 条例第三十二条',
    final: true,
  },
  unmask: {
    zh: '查看身份',
    by: ['system'],
    from: always,
    article: '条例第三十五条',
  },
};

export const inputs = [
  v.strictObject({ type: v.literal('recuse'), words: words('回避理由', 200, 2) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  recuse: (_, { words }) => [{ type: 'recused', words }],
  unmask: (_, { by: person, words: purpose }, { now, office }) => [
    { type: 'unmasked', person, purpose, until: startClock(now, office.rules.unmask, office.calendar).dueAt },
  ],
};

export const evolve: Memory<Fact> = {
  recused: ({ recused }, { by }) => ({ recused: [...recused, by.id] }),
  unmasked: ({ unmasked }, { fact: { person, purpose, until } }) => ({
    unmasked: [...unmasked, { person, purpose, until }],
  }),
};

export const notices: Notices<Fact> = { recused: toDesk, unmasked: toOwner };

export const line: Lines<Fact> = {
  recused: ({ inner }) => (inner ? { zh: '一位工作人员回避' } : undefined),
  unmasked: ({ fact, relation }) =>
    relation === 'owner' || relation === 'coordinator'
      ? { zh: '经两人同意，查看了联系方式', words: fact.purpose }
      : undefined,
};
