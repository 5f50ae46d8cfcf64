import { type Ball, ball } from '../kernel/ball.ts';
import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { matterOf, unitName } from '../office/office.ts';
import { requestKind, requestStatus } from '../words.ts';
import { clockOf } from './effects.ts';
import { isRipe, wayOf } from './moves.ts';
import type { Decision, Fact, Request } from './request.ts';

export interface View {
  readonly id: string;
  readonly status: Request['status'];
  readonly plea: Request['plea'];
  readonly brief: Request['brief'] & { readonly matterZh?: string | undefined };
  /** The unit that asks, or the street. */
  readonly zh: string;
  readonly article: string;
  readonly ball: Ball;
  readonly raisedAt: number;
  readonly endorsed?: Said | undefined;
  readonly decided?: Said | undefined;
}

type Said = Omit<Decision, 'by'>;

/** A request is seen by the unit that asks and by the street: never by residents. */
export function view(request: Request, context: Context): View | undefined {
  if (!isSeen(request, context)) return undefined;
  const { id, status, plea, brief, raisedAt, endorsed, decided } = request;
  const { office } = context;
  const matterZh = matterOf(office, brief.matter)?.zh;
  return {
    ...{ id, status, plea, raisedAt },
    brief: { ...brief, matterZh },
    zh: askerOf(request, context),
    article: wayOf(request).article,
    ball: ballOf(request, context),
    endorsed: endorsed && saidOf(endorsed),
    decided: decided && saidOf(decided),
  };
}

function isSeen({ asker }: Request, { actor }: Context): boolean {
  const street = actor.roles.includes('coordinator') || actor.roles.includes('streetLeader');
  return street || asker.id === actor.id || (asker.unit !== undefined && asker.unit === actor.unit);
}

function saidOf({ words, at }: Decision): Said {
  return { words, at };
}

function askerOf({ asker }: Request, { office }: Context): string {
  return asker.unit === undefined ? office.zh : unitName(office, asker.unit);
}

function ballOf(request: Request, { now }: Context): Ball {
  const { plea, status } = request;
  const zh = requestKind[plea.kind].zh;
  const clock = clockOf(request);
  if (!clock) return ball('none', `${zh}申请${requestStatus[status].zh}`, '', undefined, now);
  const who = wayOf(request).grants.includes('coordinator') || !isRipe(request) ? '专班' : '街道领导';
  return ball('coordinator', `${zh}申请等${who}${isRipe(request) ? '批准' : '签署'}`, '答复', clock, now);
}

export function line(request: Request, event: Event<Fact | Missed>, context: Context): Line | undefined {
  if (!isSeen(request, context)) return undefined;
  const { at, fact } = event;
  const zh = requestKind[request.plea.kind].zh;
  switch (fact.type) {
    case 'raised':
      return { at, who: askerOf(request, context), zh: `申请${zh}`, words: fact.plea.words };
    case 'endorsed':
      return { at, who: context.office.zh, zh: `签署${zh}申请`, words: fact.words };
    case 'granted':
      return { at, who: context.office.zh, zh: `批准${zh}`, words: fact.words };
    case 'refused':
      return { at, who: context.office.zh, zh: `不批准${zh}`, words: fact.words };
    case 'takenBack':
      return { at, who: askerOf(request, context), zh: `收回${zh}申请`, words: fact.words };
    case 'missed':
      return { at, who: '系统', zh: `${zh}申请逾期未批`, late: true };
  }
}
