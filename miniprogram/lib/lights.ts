import { type Ball, type Signal, showLength, signal, type Task, type WhistleView, words } from './domain';

type Status = Task['status'];
type ClockName = keyof typeof words.clock;

/** One unit's light: shape, word and colour say the same; `left` is its clock. */
export interface Light {
  readonly key: string;
  readonly zh: string;
  readonly role: string;
  readonly shape: Status | 'late' | 'done';
  readonly word: string;
  readonly left: string;
  readonly colour: Signal | 'calm';
  readonly spoken: string;
}

export interface LightCopy {
  readonly over: string;
  readonly left: string;
}

/** What the unit is waited for in each state; nothing where it has done its part. */
const awaited: Readonly<Record<Status, ClockName | undefined>> = {
  pending: 'acknowledge',
  acknowledged: 'reportIn',
  onTheWay: 'reportIn',
  reportedIn: 'finish',
  handling: 'finish',
  submitted: undefined,
  accepted: undefined,
  released: undefined,
  informed: undefined,
};

export type LitUnit = Pick<WhistleView['units'][number], 'task' | 'zh' | 'status'> & {
  readonly role: keyof typeof words.taskRole;
  readonly late?: readonly string[];
};

/** The clock that runs, where it is known; otherwise what its state waits for. */
export function waitedFor({ status }: Pick<LitUnit, 'status'>, ball?: Ball): ClockName | undefined {
  const name = awaited[status];
  return name && ball?.clock !== undefined ? (ball.clock as ClockName) : name;
}

export function isLate(unit: LitUnit, ball: Ball | undefined, now: number): boolean {
  const clock = waitedFor(unit, ball);
  if (clock === undefined) return false;
  return unit.late?.includes(clock) === true || (ball?.dueAt !== undefined && now >= ball.dueAt);
}

export function lightOf(unit: LitUnit, ball: Ball | undefined, now: number, t: LightCopy): Light {
  const late = isLate(unit, ball, now);
  const clock = waitedFor(unit, ball);
  const over = ball?.dueAt === undefined || now < ball.dueAt ? '' : ` ${showLength(now - ball.dueAt)}`;
  const word = late && clock ? `${words.clock[clock].zh}${t.over}${over}` : words.taskStatus[unit.status].zh;
  const left = late || ball?.dueAt === undefined ? '' : `${t.left} ${showLength(ball.dueAt - now)}`;
  const role = words.taskRole[unit.role].zh;
  return {
    key: unit.task,
    zh: unit.zh,
    role,
    shape: late ? 'late' : shapeOf(unit.status),
    word,
    left,
    colour: late ? 'red' : colourOf(ball, now),
    spoken: [unit.zh, role, word, left].filter((part) => part !== '').join('，'),
  };
}

function shapeOf(status: Status): Light['shape'] {
  return status === 'submitted' || status === 'accepted' ? 'done' : status;
}

function colourOf(ball: Ball | undefined, now: number): Light['colour'] {
  if (ball?.startedAt === undefined || ball.dueAt === undefined) return 'calm';
  return signal({ startedAt: ball.startedAt, dueAt: ball.dueAt }, now) === 'amber' ? 'amber' : 'calm';
}
