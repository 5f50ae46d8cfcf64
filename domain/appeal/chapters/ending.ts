import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import type { Appeal, CloseReason } from '../appeal.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  toDesk,
  toOwner,
} from '../chapter.ts';
import { callOff, drop, inHands, noWhistleAsked, release } from '../tasks.ts';
import { toParent } from '../together.ts';
import { isAnothers, isOwner, residents } from '../who.ts';
import { endReason } from '../words.ts';

/** 结束：结案、撤回；结案不等于解决，每一种结束都有原因. */
interface Close {
  readonly type: 'close';
  readonly reason: Exclude<CloseReason, 'solved' | 'partlySolved' | 'unrated' | 'terminated'>;
  readonly words: string;
}
interface Withdraw {
  readonly type: 'withdraw';
  readonly words?: string | undefined;
}
export type Command = Close | Withdraw;

export interface Closed {
  readonly type: 'closed';
  readonly reason: CloseReason;
  readonly words?: string | undefined;
}
interface Withdrawn extends Omit<Withdraw, 'type'> {
  readonly type: 'withdrawn';
}
export type Fact = Closed | Withdrawn;

export const moves: MoveTable<Appeal, Command['type']> = {
  close: {
    zh: '结案',
    by: ['coordinator'],
    from: ['accepted', 'consulting', 'awaitingRating'],
    whose: isAnothers,
    when: noWhistleAsked,
    final: true,
  },
  withdraw: {
    zh: '撤回',
    by: residents,
    from: [
      ...['needsInfo', 'submitted', 'accepted', 'consulting', 'dispatched', 'inProgress', 'onHold'],
      ...['reworking', 'merged'],
    ],
    whose: isOwner,
    when: mayStop,
    final: true,
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('close'),
    reason: v.picklist(['explained', 'unreachable', 'answered'], '请选择结案原因'),
    words: words('结案说明', 500, 4),
  }),
  v.strictObject({ type: v.literal('withdraw'), words: v.optional(words('撤回原因', 200)) }),
] as const;

/** 举报正在核查的、危及安全的，交出去以后不因撤回停下来. */
function mayStop(appeal: Appeal): boolean {
  return !inHands(appeal) || (appeal.kind !== 'report' && appeal.tier !== 'T1');
}

/** 当场能答复的只有咨询、建议、表扬（条例第十一条）. */
const answerable: readonly unknown[] = ['consult', 'suggest', 'praise'];

export const decide: Decisions<Command, Fact> = {
  close(appeal, command) {
    mustFit(appeal, command);
    return [{ ...command, type: 'closed' }];
  },
  withdraw: (_, command) => [{ ...command, type: 'withdrawn' }],
};

/** 结案原因要与办到哪一步相符：没有答复过谈不上回访，派了单谈不上当场答复. */
function mustFit({ status, kind }: Appeal, { reason }: Close): void {
  must(
    reason !== 'unreachable' || status === 'awaitingRating',
    'not-now',
    '还没有答复居民，不能按“回访未联系上”结案',
  );
  must(reason !== 'answered' || status === 'accepted', 'not-now', '已经交给单位办理，不能按“已当场答复”结案');
  must(
    reason !== 'answered' || answerable.includes(kind),
    'not-answerable',
    '求助、投诉、举报要派单办理，不能当场答复了事',
    '条例第十一条',
  );
}

export const evolve: Memory<Fact> = {
  closed: (_, { at, fact: { reason, words } }) => ({ status: 'closed', end: { reason, words, at } }),
  withdrawn: (_, { at, fact: { words } }) => ({
    status: 'withdrawn',
    end: { reason: 'withdrawn', words, at },
  }),
};

export const errands: Errands<Fact> = {
  closed: drop,
  withdrawn: (appeal) => [
    ...release(appeal, '居民撤回了诉求'),
    ...callOff(appeal.whistleAsked, '居民撤回了诉求'),
    ...toParent(appeal),
  ],
};

export const notices: Notices<Fact> = { closed: toOwner, withdrawn: toDesk };

export const line: Lines<Fact> = {
  closed: ({ fact }) => ({ zh: `结案：${endReason[fact.reason].zh}`, words: fact.words }),
  withdrawn: ({ fact }) => ({ zh: '本人撤回', words: fact.words }),
};
