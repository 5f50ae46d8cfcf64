import { appealMoves, type TaskView, taskMoves, whistleMoves } from '../../lib/domain';

export interface Button {
  readonly type: string;
  readonly zh: string;
  readonly main?: boolean;
  readonly danger?: boolean;
  readonly quiet?: boolean;
}

interface Offered {
  readonly task: readonly string[];
  readonly appeal: readonly string[];
  readonly whistle?: readonly string[];
}

/** Not steps of the work: never the main one, and behind 更多 where the bar is full. */
const rare: readonly string[] = ['interim', 'recuse', 'passUp', 'object', 'ask'];

/** What has been done already, and by which clock the next step is measured. */
type Done = Pick<TaskView, 'contacts' | 'works'> & Partial<Pick<TaskView, 'ball'>>;

/** The moves offered, in the order of the domain; from here the appeal is answered, leave is asked for, the whistle judged. */
export function buttonsOf({ task, appeal, whistle = [] }: Offered, done: Done): Button[] {
  const known = (Object.keys(taskMoves) as (keyof typeof taskMoves)[]).filter((type) => task.includes(type));
  const buttons: Button[] = known.map((type) => ({
    type,
    zh: taskMoves[type].zh,
    ...(taskMoves[type].final && { danger: true }),
  }));
  const fromAppeal = (['reply', 'ask'] as const).filter((type) => appeal.includes(type));
  const all: Button[] = [
    ...buttons,
    ...fromAppeal.map((type) => ({ type, zh: appealMoves[type].zh })),
    ...(whistle.includes('judge') ? [{ type: 'judge', zh: whistleMoves.judge.zh }] : []),
  ];
  const main = mainOf(
    all.map(({ type }) => type),
    done,
  );
  return all.map((button) => ({
    ...button,
    ...(button.type === main && { main: true }),
    ...(rare.includes(button.type) && { quiet: true }),
  }));
}

/**
 * The first that has not been done: a resident already called, a visit already recorded, are not asked for first.
 * Where the time to call runs out first, calling is.
 */
export function mainOf(types: readonly string[], { contacts, works, ball }: Done): string | undefined {
  if (ball?.clock === 'contact' && types.includes('contact')) return 'contact';
  const again = (type: string) => (type === 'contact' && contacts > 0) || (type === 'work' && works > 0);
  const steps = types.filter((type) => !rare.includes(type));
  return steps.find((type) => !again(type)) ?? steps[0];
}

/** The move a row of the list leads to, and its name; whether it can be made is the page's to say. */
export function nextOf(task: TaskView): Button | undefined {
  const { status, ball, role, whistle, contacts, works } = task;
  const who = role === 'partner' ? 'partner' : 'handler';
  if (status === 'submitted' && ball.holder === 'unit') return { type: 'reply', zh: appealMoves.reply.zh };
  const from = (Object.keys(taskMoves) as (keyof typeof taskMoves)[]).filter(
    (type) => taskMoves[type].by.some((each) => each === who) && taskMoves[type].from.includes(status),
  );
  const fit = from.filter((type) => whistled(type, whistle !== undefined));
  const type = mainOf(fit, { contacts, works, ball }) as keyof typeof taskMoves | undefined;
  return type && { type, zh: taskMoves[type].zh };
}

function whistled(type: string, whistle: boolean): boolean {
  return whistle || (type !== 'setOut' && type !== 'reportIn');
}
