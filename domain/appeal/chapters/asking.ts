import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import type { RequestKind } from '../../office/office.ts';
import type { HoldReason, Measure, Plea } from '../../request/request.ts';
import { ways } from '../../request/ways.ts';
import type { Clock } from '../../time/clock.ts';
import { showTerm } from '../../time/show.ts';
import type { Appeal, AskKind } from '../appeal.ts';
import { askable, isEarly, isRequested, mayAsk, offeredOf } from '../askable.ts';
import { briefFor } from '../brief.ts';
import type { Decisions, Errands, Lines, Memory } from '../chapter.ts';
import { limitOf } from '../clocks.ts';
import { always, openOrClosed } from '../statuses.ts';
import { leadOf } from '../tasks.ts';
import { type Climbed, toJoint } from './climbing.ts';
import { isWornOut } from './holding.ts';

/** 申请：挂账、延期、终止办理、剔除、解密，都要别人点头（条例第十五条）. */
type Ask = { readonly type: 'ask' } & (
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly words: string; readonly days: number }
  /** In the unit of the limit that is to be extended. */
  | { readonly kind: 'extend'; readonly amount: number; readonly words: string }
  | { readonly kind: 'terminate'; readonly basis: string; readonly words: string }
  | { readonly kind: 'exclude'; readonly measures: readonly Measure[]; readonly words: string }
  | { readonly kind: 'unmask'; readonly words: string }
);
/** A request has ended, one way or the other. */
interface Settle {
  readonly type: 'settle';
  readonly request: string;
  readonly kind: RequestKind;
  readonly outcome: string;
}
export type Command = Ask | Settle;

interface Requested {
  readonly type: 'requested';
  readonly plea: Plea;
}
interface Settled extends Omit<Settle, 'type'> {
  readonly type: 'settled';
}
export type Fact = Requested | Settled;

export const moves: MoveTable<Appeal, Command['type']> = {
  ask: {
    zh: '申请',
    by: ['handler', 'communityClerk', 'unitLeader', 'coordinator'],
    from: openOrClosed,
    whose: (appeal, actor) => askable(appeal, actor).length > 0,
    offered: (appeal, context) => offeredOf(appeal, context).length > 0,
    article: '条例第十五条',
  },
  settle: { zh: '申请办结', by: ['system'], from: always },
};

const whole = (label: string) =>
  v.pipe(v.number(`请填写${label}`), v.integer(`${label}应为整数`), v.minValue(1));

const asks = <Kind extends AskKind, Entries extends v.ObjectEntries>(kind: Kind, entries: Entries) =>
  v.strictObject({ type: v.literal('ask'), kind: v.literal(kind), ...entries });

export const inputs = [
  v.variant(
    'kind',
    [
      asks('hold', {
        reason: v.picklist(
          ['season', 'works', 'funds', 'ownership', 'lawsuit', 'policy'],
          '请选择挂账的原因',
        ),
        words: words('推进计划', 500, 4),
        days: whole('复核天数'),
      }),
      asks('extend', { amount: whole('延长多久'), words: words('延期的原因', 500, 4) }),
      asks('terminate', { basis: words('依据', 200, 4), words: words('说明', 500, 4) }),
      asks('exclude', {
        measures: v.pipe(
          v.array(v.picklist(['response', 'resolution', 'satisfaction']), '请选择不计入的指标'),
          v.minLength(1, '请选择不计入的指标'),
          v.maxLength(3),
        ),
        words: words('剔除的理由', 500, 4),
      }),
      asks('unmask', { words: words('用途', 500, 4) }),
    ],
    '请选择申请什么',
  ),
] as const;

export const decide: Decisions<Command, Fact | Climbed> = {
  ask(appeal, command, context) {
    mustBeOpen(appeal, command.kind, context);
    if (command.kind === 'hold' && isWornOut(appeal, context)) return beyond(appeal, command.words, context);
    return [{ type: 'requested', plea: pleaOf(appeal, command, context) }];
  },
  settle: ({ requests = [] }, command) =>
    requests.some(({ request }) => request === command.request) ? [{ ...command, type: 'settled' }] : [],
};

function mustBeOpen(appeal: Appeal, kind: AskKind, { actor }: Context): void {
  must(mayAsk(appeal, kind, actor), 'not-yours', '您没有提这项申请的权限', ways[kind].article);
  must(!isRequested(appeal, kind), 'asked-already', '这项申请已经提出，正在等审批');
  must(
    askable(appeal, actor).includes(kind),
    'not-now',
    '现在不能提这项申请，请刷新后再看',
    ways[kind].article,
  );
}

function pleaOf(appeal: Appeal, { type: _, ...ask }: Ask, context: Context): Plea {
  if (ask.kind === 'extend') {
    const limit = mustBeExtendable(appeal, ask.amount, context);
    const again = (limit.extensions?.length ?? 0) > 0;
    return { ...ask, kind: again ? 'extendAgain' : 'extend', unit: limit.unit };
  }
  if (ask.kind === 'hold') mustBeHoldable(ask.days, context);
  return ask;
}

function mustBeHoldable(days: number, { office: { rules } }: Context): void {
  const { holdDays } = rules.request;
  must(days <= holdDays, 'hold-long', `挂账最多 ${holdDays} 天，到期复核`, ways.hold.article);
}

/** 提前申请，不超过原来的时限. */
function mustBeExtendable(appeal: Appeal, amount: number, context: Context): Clock {
  const { article } = ways.extend;
  const { ahead } = context.office.rules.request;
  const limit = appeal.clocks[limitOf(appeal)];
  must(limit, 'not-now', '这件诉求现在没有办理时限');
  must(isEarly(appeal, context), 'extend-late', `延期要在到期前至少 ${showTerm(ahead)}申请`, article);
  must(amount <= limit.amount, 'extend-long', `延期不能超过原来的时限（${showTerm(limit)}）`, article);
  return limit;
}

/** 续挂到了次数的，不再逐级批，交联席会议. */
function beyond(appeal: Appeal, words: string, { office: { rules } }: Context): Climbed[] {
  const climbed = toJoint(appeal, words);
  must(
    climbed.length > 0,
    'joint-meeting',
    `已经续挂 ${rules.request.renewals} 次，已提交联席会议，请等会议议定`,
    ways.hold.article,
  );
  return climbed;
}

/** Where the request of an event lives. */
function requestOf(stream: string, seq: number): string {
  return `${stream}-r${seq}`;
}

export const evolve: Memory<Fact> = {
  requested: ({ requests = [] }, { stream, seq, fact: { plea } }) => ({
    requests: [...requests, { request: requestOf(stream, seq), kind: plea.kind }],
  }),
  settled: ({ requests = [] }, { fact: { request } }) => ({
    requests: requests.filter((each) => each.request !== request),
  }),
};

export const errands: Errands<Fact> = {
  requested(appeal, { stream, seq, by, fact: { plea } }) {
    const task = by.roles.includes('coordinator') ? undefined : leadOf(appeal.tasks)?.task;
    const command = { type: 'raise', plea, brief: briefFor(appeal), ...(task && { task }) };
    return [{ process: 'request', id: requestOf(stream, seq), command, together: 'must' }];
  },
};

/** The request tells its own story. */
export const line: Lines<Fact> = { requested: () => undefined, settled: () => undefined };
