import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import type { Appeal, CloseReason, DeclineBranch } from '../appeal.ts';
import { articles } from '../articles.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  toDesk,
  toOwner,
} from '../chapter.ts';
import { release } from '../tasks.ts';
import { isAnothers, isOwner } from '../who.ts';
import { endReason } from '../words.ts';

/** 结束：不予受理、结案、撤回；每一种结束都有原因（条例第十一条）. */
interface Decline {
  readonly type: 'decline';
  readonly branch: DeclineBranch;
  readonly words: string;
}
interface Close {
  readonly type: 'close';
  readonly reason: Exclude<CloseReason, 'solved' | 'partlySolved'>;
  readonly words: string;
}
interface Withdraw {
  readonly type: 'withdraw';
  readonly words?: string | undefined;
}
export type Command = Decline | Close | Withdraw;

interface Declined extends Omit<Decline, 'type'> {
  readonly type: 'declined';
  readonly basis: string;
}
export interface Closed {
  readonly type: 'closed';
  readonly reason: CloseReason;
  readonly words?: string | undefined;
}
interface Withdrawn extends Omit<Withdraw, 'type'> {
  readonly type: 'withdrawn';
}
export type Fact = Declined | Closed | Withdrawn;

export const moves: MoveTable<Appeal, Command['type']> = {
  decline: { zh: '不予受理', by: ['coordinator'], from: ['submitted'], article: '条例第十一条', final: true },
  close: {
    zh: '结案',
    by: ['coordinator'],
    from: ['accepted', 'consulting', 'awaitingRating'],
    whose: isAnothers,
    final: true,
  },
  withdraw: {
    zh: '撤回',
    by: ['resident', 'householdLead', 'gridWorker', 'communityClerk'],
    from: ['submitted', 'accepted', 'consulting', 'dispatched', 'inProgress', 'reworking'],
    whose: isOwner,
    final: true,
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
    type: v.literal('close'),
    reason: v.picklist(['explained', 'unreachable', 'answered'], '请选择结案原因'),
    words: words('结案说明', 500, 4),
  }),
  v.strictObject({ type: v.literal('withdraw'), words: v.optional(words('撤回原因', 200)) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  decline: (_, command) => [{ ...command, type: 'declined', basis: articles[command.branch] }],
  close(appeal, command) {
    mustFit(appeal, command);
    return [{ ...command, type: 'closed' }];
  },
  withdraw: (_, command) => [{ ...command, type: 'withdrawn' }],
};

/** 结案原因要与办到哪一步相符：没有答复过谈不上回访，派了单谈不上当场答复. */
function mustFit({ status }: Appeal, { reason }: Close): void {
  must(
    reason !== 'unreachable' || status === 'awaitingRating',
    'not-now',
    '还没有答复居民，不能按“回访未联系上”结案',
  );
  must(reason !== 'answered' || status === 'accepted', 'not-now', '已经交给单位办理，不能按“已当场答复”结案');
}

export const evolve: Memory<Fact> = {
  declined: (_, { at, fact: { branch, words } }) => ({
    status: 'declined',
    end: { reason: branch, words, at },
  }),
  closed: (_, { at, fact: { reason, words } }) => ({ status: 'closed', end: { reason, words, at } }),
  withdrawn: (_, { at, fact: { words } }) => ({
    status: 'withdrawn',
    end: { reason: 'withdrawn', words, at },
  }),
};

export const errands: Errands<Fact> = { withdrawn: (appeal) => release(appeal, '居民撤回了诉求') };

export const notices: Notices<Fact> = { declined: toOwner, closed: toOwner, withdrawn: toDesk };

export const line: Lines<Fact> = {
  declined: ({ fact }) => ({
    zh: `不予受理：${endReason[fact.branch].zh}`,
    words: `${fact.words}（${fact.basis}）`,
  }),
  closed: ({ fact }) => ({ zh: `结案：${endReason[fact.reason].zh}`, words: fact.words }),
  withdrawn: ({ fact }) => ({ zh: '本人撤回', words: fact.words }),
};
