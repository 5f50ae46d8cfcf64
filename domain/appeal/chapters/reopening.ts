import * as v from 'valibot';
import { photos, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { startClock } from '../../time/clock.ts';
import type { Appeal } from '../appeal.ts';
import { type Decisions, type Lines, type Memory, type Notices, toDesk } from '../chapter.ts';
import { isOwner, residents } from '../who.ts';
import type { Climbed } from './climbing.ts';
import type { Consulted } from './consulting.ts';
import { again, type Redone } from './rating.ts';

/** 结案之后：有新情况，可以重开一次；过了期限再有，另提一件，两件连着. */
interface Reopen {
  readonly type: 'reopen';
  readonly words: string;
  readonly photos: readonly string[];
}
/** The same trouble again, in an appeal of its own. */
interface Relapse {
  readonly type: 'relapse';
  readonly appeal: string;
  readonly owner: string;
}
export type Command = Reopen | Relapse;

interface Reopened extends Omit<Reopen, 'type'> {
  readonly type: 'reopened';
}
interface Relapsed {
  readonly type: 'relapsed';
  readonly appeal: string;
}
export type Fact = Reopened | Relapsed;

export const moves: MoveTable<Appeal, Command['type']> = {
  reopen: {
    zh: '要求重开',
    by: residents,
    from: ['closed'],
    whose: isOwner,
    when: ({ reopenedAt }) => reopenedAt === undefined,
    offered: isFresh,
    article: '条例第二十三条',
  },
  relapse: { zh: '再次反映', by: ['system'], from: ['closed'] },
};

export const inputs = [
  v.strictObject({ type: v.literal('reopen'), words: words('新的情况', 1000, 4), photos }),
] as const;

export const decide: Decisions<Command, Fact | Redone | Consulted | Climbed> = {
  reopen(appeal, { words, photos }, context) {
    must(isFresh(appeal, context), 'too-late', '重开的期限已过，请再提一件诉求，我们会把两件连起来');
    return [{ type: 'reopened', words, photos }, ...again(appeal, '居民有新情况，要求重开', context)];
  },
  relapse(appeal, { appeal: next, owner }) {
    must(owner === appeal.owner, 'not-found', '没有找到以前的诉求');
    return [{ type: 'relapsed', appeal: next }];
  },
};

function isFresh({ end }: Appeal, { now, office: { rules, calendar } }: Context): boolean {
  return now <= startClock(end?.at ?? 0, rules.reopen, calendar).dueAt;
}

export const evolve: Memory<Fact> = {
  reopened: (_, { at }) => ({ reopenedAt: at, end: undefined }),
  relapsed: (_, { fact: { appeal } }) => ({ relapsedBy: appeal }),
};

export const notices: Notices<Fact> = { reopened: toDesk, relapsed: toDesk };

export const line: Lines<Fact> = {
  reopened: ({ fact }) => ({ zh: '要求重开', words: fact.words, photos: fact.photos }),
  relapsed: () => ({ zh: '同样的问题又发生了，另提了一件' }),
};
