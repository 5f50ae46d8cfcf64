import { type Ball, ball } from '../kernel/ball.ts';
import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { matterOf, unitName } from '../office/office.ts';
import { objectionStatus } from '../words.ts';
import { clockOf } from './effects.ts';
import type { Fact, Objection } from './objection.ts';

export interface View {
  readonly id: string;
  readonly status: Objection['status'];
  readonly unit: string;
  readonly zh: string;
  readonly duty: string;
  readonly owner: { readonly id: string; readonly zh: string };
  readonly brief: Objection['brief'] & { readonly matterZh?: string | undefined };
  readonly ball: Ball;
  readonly raisedAt: number;
  readonly decided?: Objection['decided'];
}

/** An objection is seen by the unit that objects and by the street: never by residents. */
export function view(objection: Objection, context: Context): View | undefined {
  if (!isSeen(objection, context)) return undefined;
  const { id, status, unit, duty, owner, brief, raisedAt, decided } = objection;
  const { office } = context;
  const matterZh = matterOf(office, brief.matter)?.zh;
  return {
    ...{ id, status, unit, duty, raisedAt, decided },
    zh: unitName(office, unit),
    owner: { id: owner, zh: unitName(office, owner) },
    brief: { ...brief, matterZh },
    ball: ballOf(objection, context),
  };
}

function isSeen({ unit }: Objection, { actor }: Context): boolean {
  const street = actor.roles.includes('coordinator') || actor.roles.includes('streetLeader');
  return street || actor.unit === unit;
}

function ballOf(objection: Objection, { now }: Context): Ball {
  const clock = clockOf(objection);
  if (clock) return ball('coordinator', '派单异议等专班裁定', '裁定', clock, now);
  const { zh } = objectionStatus[objection.status];
  return ball(
    'none',
    objection.status === 'expired' ? `派单异议${zh}，按不成立办理` : zh,
    '',
    undefined,
    now,
  );
}

export function line(objection: Objection, event: Event<Fact | Missed>, context: Context): Line | undefined {
  if (!isSeen(objection, context)) return undefined;
  const { at, by, fact } = event;
  const { office } = context;
  switch (fact.type) {
    case 'raised':
      return {
        at,
        who: unitName(office, fact.unit),
        zh: `派单异议：建议由${unitName(office, fact.owner)}办理`,
        words: fact.duty,
      };
    case 'upheld':
      return { at, who: office.zh, zh: '异议成立', words: fact.words };
    case 'overruled':
      return by.roles.includes('system')
        ? { at, who: '系统', zh: '异议了结', words: fact.words }
        : { at, who: office.zh, zh: '异议不成立，继续办理', words: fact.words };
    case 'missed':
      return { at, who: '系统', zh: '派单异议逾期未裁，按不成立办理', late: true };
  }
}
