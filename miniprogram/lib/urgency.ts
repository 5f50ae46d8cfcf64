import type { copyOf } from './copy';
import { type Ball, showInstant, showLength } from './domain';

/** How pressing it is: past its limit, due before the day ends, later, or no clock runs. */
export type Urgency = 'late' | 'today' | 'later' | 'none';

export type UrgencyCopy = ReturnType<typeof copyOf<'urgency'>>;

export function urgencyOf({ dueAt }: Pick<Ball, 'dueAt'>, now: number): Urgency {
  if (dueAt === undefined) return 'none';
  if (now >= dueAt) return 'late';
  return dayOf(dueAt, now) === dayOf(now, now) ? 'today' : 'later';
}

/** How a list shows a clock: a mark, a word and a length, so that colour is never the only sign. */
export interface Left {
  readonly urgency: Urgency;
  readonly mark: string;
  readonly left: string;
  readonly due: string;
}

const marks: Readonly<Record<Urgency, string>> = { late: '▲', today: '◆', later: '●', none: '' };

export function leftOf(ball: Ball | undefined, now: number, t: UrgencyCopy): Left {
  const urgency = ball ? urgencyOf(ball, now) : 'none';
  const { dueAt } = ball ?? {};
  if (dueAt === undefined) return { urgency, mark: '', left: '', due: '' };
  const left = `${urgency === 'late' ? t.over : t.left} ${showLength(dueAt - now)}`;
  return { urgency, mark: marks[urgency], left, due: showInstant(dueAt, now) };
}

/** The sentence without its limit, where the limit stands beside it. */
export function doing({ sentence }: Pick<Ball, 'sentence'>): string {
  return sentence.split(/，(?:最迟|应在)/)[0] ?? sentence;
}

export interface Tally {
  readonly late: number;
  readonly today: number;
  /** False while more of the same may follow on the next page. */
  readonly whole: boolean;
}

/** Counts a list sorted by due time; the counts hold as soon as something later, or the end, is in sight. */
export function tally(urgencies: readonly Urgency[], ended: boolean): Tally {
  const count = (wanted: Urgency) => urgencies.filter((urgency) => urgency === wanted).length;
  return { late: count('late'), today: count('today'), whole: ended || count('later') > 0 };
}

/** 「3 件超时 · 5 件今天到期」, honest about what is not loaded yet. */
export function tallySentence({ late, today, whole }: Tally, t: UrgencyCopy): string {
  const more = whole ? '' : '+';
  const parts = [
    ...(late > 0 ? [`${late}${today > 0 ? '' : more} ${t.itemsLate}`] : []),
    ...(today > 0 ? [`${today}${more} ${t.itemsToday}`] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : t.calm;
}

function dayOf(at: number, now: number): string | undefined {
  return showInstant(at, now).split(' ')[0];
}
