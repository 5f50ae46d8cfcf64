import { type Ball, ball } from '../kernel/ball.ts';
import type { Mark } from '../kernel/deadlines.ts';
import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { oversees } from '../office/hands.ts';
import { type FollowUpRules, matterOf, unitName } from '../office/office.ts';
import { clock, contactWay, satisfied, solved } from '../words.ts';
import { clockOf } from './effects.ts';
import type { Fact, FollowUp } from './followUp.ts';

export interface View
  extends Pick<
    FollowUp,
    'id' | 'status' | 'appeal' | 'number' | 'round' | 'address' | 'called' | 'attempts'
  > {
  readonly answers?: FollowUp['answers'] | undefined;
  readonly matterZh?: string | undefined;
  readonly ball: Ball;
  readonly missed: readonly Mark[];
  /** The three questions in the office's own words. */
  readonly script: FollowUpRules['script'];
  /** This viewer had a hand in it and does not call (采办分离). */
  readonly apart: boolean;
}

/** A follow-up is the street's own: neither the units nor the resident see it. */
export function view(followUp: FollowUp, context: Context): View | undefined {
  const { actor, office } = context;
  if (!inStreet(context)) return undefined;
  const { id, status, appeal, number, round, address, called, attempts, answers, missed } = followUp;
  return {
    ...{ id, status, appeal, number, round, address, called, attempts, answers, missed },
    matterZh: matterOf(office, followUp.matter)?.zh,
    ball: ballOf(followUp, context),
    script: office.rules.followUp.script,
    apart: followUp.apart.includes(actor.id),
  };
}

function inStreet({ actor }: Context): boolean {
  return oversees(actor) || actor.roles.includes('followUpClerk');
}

function ballOf(followUp: FollowUp, { now }: Context): Ball {
  const { status, called, attempts } = followUp;
  const tried = attempts.length > 0 ? `，试过 ${attempts.length} 次` : '';
  switch (status) {
    case 'open':
      return called
        ? ball('coordinator', `等回访居民${tried}`, clock.followUp.zh, clockOf(followUp), now)
        : ball('resident', '没有抽到回访，等居民自己评价', '等到', clockOf(followUp), now);
    case 'reached':
      return ball('none', '已回访', '', undefined, now);
    case 'unreached':
      return ball('none', called ? `没有联系上${tried}` : '居民没有评价', '', undefined, now);
    case 'settled':
      return ball('none', '居民已经评价，不用回访了', '', undefined, now);
  }
}

export function line(
  _: FollowUp,
  { at, by, fact }: Event<Fact | Missed>,
  { office }: Context,
): Line | undefined {
  const told = tell(fact);
  const who = by.roles.includes('system') ? '系统' : by.unit ? unitName(office, by.unit) : office.zh;
  return told && { at, who, ...told };
}

function tell(fact: Fact | Missed): (Pick<Line, 'zh'> & Partial<Line>) | undefined {
  switch (fact.type) {
    case 'opened':
      return { zh: fact.called ? '转回访' : '没有抽到回访' };
    case 'attempted':
      return { zh: `没有联系上（${contactWay[fact.way].zh}）`, words: fact.words };
    case 'recorded':
      return { zh: `回访：${solved[fact.solved].zh}，${satisfied[fact.satisfied].zh}`, words: fact.words };
    case 'gaveUp':
      return { zh: '多次没有联系上' };
    case 'settled':
      return { zh: '居民已经评价' };
    case 'missed':
      return fact.clock === 'followUp' ? { zh: `${clock.followUp.zh}超时`, late: true } : undefined;
  }
}
