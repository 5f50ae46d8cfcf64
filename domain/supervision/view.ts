import { type Ball, ball } from '../kernel/ball.ts';
import type { Mark } from '../kernel/deadlines.ts';
import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { oversees } from '../office/hands.ts';
import { matterOf, unitName } from '../office/office.ts';
import { clock, supervisionCause, supervisionKind } from '../words.ts';
import { clockOf } from './effects.ts';
import type { Fact, Supervision } from './supervision.ts';

export interface View
  extends Pick<
    Supervision,
    'id' | 'status' | 'kind' | 'cause' | 'unit' | 'words' | 'appeal' | 'number' | 'address' | 'openedAt'
  > {
  readonly zh: string;
  readonly matterZh?: string | undefined;
  readonly ball: Ball;
  readonly missed: readonly Mark[];
  readonly answer?: Supervision['answer'] | undefined;
  readonly lifted?: Supervision['lifted'] | undefined;
  /** Read out to everybody: overdue for more than five working days. */
  readonly circulated: boolean;
}

/** A supervision is seen by the unit it names and by the street. */
export function view(supervision: Supervision, context: Context): View | undefined {
  const { actor, office } = context;
  if (actor.unit !== supervision.unit && !oversees(actor)) return undefined;
  const { id, status, kind, cause, unit, words, appeal, number, address, openedAt } = supervision;
  return {
    ...{ id, status, kind, cause, unit, words, appeal, number, address, openedAt },
    zh: unitName(office, unit),
    matterZh: matterOf(office, supervision.matter)?.zh,
    ball: ballOf(supervision, context),
    missed: supervision.missed,
    answer: supervision.answer,
    lifted: supervision.lifted,
    circulated: supervision.missed.some((mark) => mark.clock === 'circular'),
  };
}

function ballOf(supervision: Supervision, { now, office }: Context): Ball {
  const who = unitName(office, supervision.unit);
  switch (supervision.status) {
    case 'open':
      return ball('unit', `等${who}负责人说明情况`, clock.answer.zh, clockOf(supervision), now);
    case 'answered':
      return ball('coordinator', `${who}已说明，等街道解除`, '', undefined, now);
    case 'lifted':
      return ball('none', '已解除督办', '', undefined, now);
  }
}

export function line(
  supervision: Supervision,
  { at, by, fact }: Event<Fact | Missed>,
  { office }: Context,
): Line | undefined {
  const told = tell(supervision, fact);
  const who = by.roles.includes('system') ? '系统' : by.unit ? unitName(office, by.unit) : office.zh;
  return told && { at, who, ...told };
}

function tell({ kind }: Supervision, fact: Fact | Missed): (Pick<Line, 'zh'> & Partial<Line>) | undefined {
  switch (fact.type) {
    case 'opened':
      return { zh: `${supervisionKind[kind].zh}（${supervisionCause[fact.cause].zh}）`, words: fact.words };
    case 'answered':
      return { zh: '负责人说明情况', words: fact.words };
    case 'lifted':
      return { zh: '解除督办', words: fact.words };
    case 'missed':
      if (fact.clock === 'letter') return { zh: '发出催办通知书', late: true };
      return { zh: fact.clock === 'circular' ? '超时五个工作日，通报' : '说明超时', late: true };
  }
}
