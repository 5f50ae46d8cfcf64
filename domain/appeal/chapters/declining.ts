import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal, DeclineBranch } from '../appeal.ts';
import { articles } from '../articles.ts';
import { type Decisions, type Lines, type Memory, type Notices, toDesk, toOwner } from '../chapter.ts';
import { isAnothers, isOwner, residents } from '../who.ts';
import { endReason } from '../words.ts';

/** 不予受理：六种情形之一，写明依据；第（六）项要两个人；居民可以申请复核一次（条例第十一条）. */
interface Decline {
  readonly type: 'decline';
  readonly branch: DeclineBranch;
  readonly words: string;
}
interface ConfirmDecline {
  readonly type: 'confirmDecline';
  readonly agree: boolean;
  readonly words?: string | undefined;
}
interface Contest {
  readonly type: 'contest';
  readonly words: string;
}
export type Command = Decline | ConfirmDecline | Contest;

interface DeclineProposed extends Omit<Decline, 'type'> {
  readonly type: 'declineProposed';
}
interface DeclineDropped {
  readonly type: 'declineDropped';
  readonly words: string;
}
interface Declined extends Omit<Decline, 'type'> {
  readonly type: 'declined';
  readonly basis: string;
}
interface Contested extends Omit<Contest, 'type'> {
  readonly type: 'contested';
  readonly accept: Clock;
}
export type Fact = DeclineProposed | DeclineDropped | Declined | Contested;

/** Of the second person: it stands before all the others. */
export const secondMoves: MoveTable<Appeal, 'confirmDecline'> = {
  confirmDecline: {
    zh: '复核不予受理',
    by: ['coordinator', 'streetLeader'],
    from: ['submitted'],
    whose: (appeal, actor) => isAnothers(appeal, actor) && appeal.declineProposal?.by !== actor.id,
    when: ({ declineProposal }) => declineProposal !== undefined,
    article: '条例第十一条第（六）项',
  },
};

export const moves: MoveTable<Appeal, Exclude<Command['type'], 'confirmDecline'>> = {
  decline: {
    zh: '不予受理',
    by: ['coordinator'],
    from: ['submitted'],
    when: ({ declineProposal }) => declineProposal === undefined,
    article: '条例第十一条',
    final: true,
  },
  contest: {
    zh: '申请复核',
    by: residents,
    from: ['declined'],
    whose: isOwner,
    when: ({ contested }) => contested === undefined,
    article: '济南市 12345 条例第十六条',
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('decline'),
    branch: v.picklist(
      ['emergency', 'otherProcedure', 'sameMatter', 'secret', 'beyondDuty', 'unlawful'],
      '请选择不予受理的情形',
    ),
    words: words('说明', 500, 10),
  }),
  v.strictObject({
    type: v.literal('confirmDecline'),
    agree: v.boolean('请选择同意或不同意'),
    words: v.optional(words('意见', 500)),
  }),
  v.strictObject({ type: v.literal('contest'), words: words('复核理由', 500, 4) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  decline(appeal, { branch, words }, { actor }) {
    must(appeal.declinedBy !== actor.id, 'second-person', '居民申请了复核，要换一个人办');
    if (branch === 'unlawful') return [{ type: 'declineProposed', branch, words }];
    return [{ type: 'declined', branch, words, basis: articles[branch] }];
  },
  confirmDecline({ declineProposal }, { agree, words }) {
    must(declineProposal, 'not-now', '没有等复核的不予受理');
    const { branch, words: reason } = declineProposal;
    if (agree) return [{ type: 'declined', branch, words: reason, basis: articles[branch] }];
    must(words, 'say-why', '不同意的，请写明理由');
    return [{ type: 'declineDropped', words }];
  },
  contest: (_, { words }, { now, office }) => [
    { type: 'contested', words, accept: startClock(now, office.rules.accept, office.calendar) },
  ],
};

export const evolve: Memory<Fact> = {
  declineProposed: (_, { by, fact: { branch, words } }) => ({
    declineProposal: { branch, words, by: by.id },
  }),
  declineDropped: () => ({ declineProposal: undefined }),
  declined: ({ declineProposal }, { at, by, fact: { branch, words } }) => ({
    status: 'declined',
    declineProposal: undefined,
    declinedBy: declineProposal?.by ?? by.id,
    end: { reason: branch, words, at },
  }),
  contested: ({ clocks }, { at, fact: { accept } }) => ({
    status: 'submitted',
    contested: at,
    end: undefined,
    clocks: { ...clocks, accept },
  }),
};

export const notices: Notices<Fact> = {
  declineProposed: () => [...toDesk(), { role: 'streetLeader' }],
  declineDropped: toDesk,
  declined: toOwner,
  contested: toDesk,
};

export const line: Lines<Fact> = {
  declineProposed: ({ fact, inner }) =>
    inner ? { zh: `提出不予受理：${endReason[fact.branch].zh}`, words: fact.words } : undefined,
  declineDropped: ({ fact, inner }) =>
    inner ? { zh: '复核：不同意不予受理', words: fact.words } : undefined,
  declined: ({ fact }) => ({
    zh: `不予受理：${endReason[fact.branch].zh}`,
    words: `${fact.words}（${fact.basis}）`,
  }),
  contested: ({ fact }) => ({ zh: '申请复核', words: fact.words }),
};
