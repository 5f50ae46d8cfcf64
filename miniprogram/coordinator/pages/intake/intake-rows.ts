import { type AppealView, type Brief, type Cursor, type Queries, words } from '../../../lib/domain';
import { gather } from '../../../lib/gather';
import { doing, type Left, leftOf, tally, tallySentence, type UrgencyCopy } from '../../../lib/urgency';

export type Desk = Queries['desk']['input']['desk'];

export interface Row extends Left {
  readonly id: string;
  readonly text: string;
  readonly status: string;
  readonly place: string;
  readonly number: string;
  readonly sentence: string;
  readonly matter: string;
  /** What the words of the appeal point to, while nobody has decided. */
  readonly proposal: string;
  /** How often the same person has said the same. */
  readonly again: string;
  /** The first of those that say the same. */
  readonly first: string;
  readonly head: string;
  readonly spoken: string;
}

interface IntakeCopy {
  readonly suggest: string;
  readonly again: string;
  readonly pieces: string;
}

interface Words {
  readonly intake: IntakeCopy;
  readonly urgency: UrgencyCopy;
}

/** What is proposed for each appeal, as far as the office has said. */
export type Briefs = Readonly<Record<string, Brief>>;

const longest = 60;

export function rowOf(view: AppealView, brief: Brief | undefined, now: number, t: Words): Row {
  const { ball, place, number, status } = view;
  const left = leftOf(ball, now, t.urgency);
  const text = view.text.length > longest ? `${view.text.slice(0, longest)}…` : view.text;
  const said = words.appealStatus[status].zh;
  return {
    ...left,
    id: view.id,
    text,
    status: said,
    place: place?.address ?? '',
    number,
    sentence: doing(ball),
    matter: view.matter?.zh ?? '',
    proposal: isUndecided(view) ? proposalOf(brief) : '',
    again: '',
    first: view.id,
    head: '',
    spoken: [left.left, said, text, place?.address, doing(ball)].filter(Boolean).join('，'),
  };
}

/** The street still has to decide who handles it. */
export function isUndecided({ ball, units }: AppealView): boolean {
  return ball.holder === 'coordinator' && units.length === 0;
}

function proposalOf(brief: Brief | undefined): string {
  if (!brief?.matter) return '';
  const to = brief.way === 'dispatch' && brief.lead ? brief.lead.zh : words.way[brief.way].zh;
  const why = brief.matched.map((word) => `「${word}」`).join('');
  return `${brief.matter.zh} → ${to}${why}`;
}

interface Folded {
  readonly view: AppealView;
  again: number;
}

/** What one person says again and again, while nobody has taken it up, stands in the list once. */
export function folded(
  views: readonly AppealView[],
  briefs: Briefs,
  unfolded: readonly string[] = [],
): readonly Folded[] {
  const rows: Folded[] = [];
  const heads: Record<string, Folded> = {};
  for (const view of views) {
    const first = (view.status === 'submitted' && briefs[view.id]?.repeats) || view.id;
    const head = heads[first]?.view.status === view.status ? heads[first] : undefined;
    if (head && !unfolded.includes(first)) head.again += 1;
    else {
      const row = { view, again: 0 };
      if (!head) heads[first] = row;
      rows.push(row);
    }
  }
  return rows;
}

/** Late, today, the rest; where no clock runs there are no headings. */
export function rowsOf(
  views: readonly AppealView[],
  briefs: Briefs,
  now: number,
  t: Words,
  unfolded: readonly string[] = [],
): Row[] {
  const rows = folded(views, briefs, unfolded).map(({ view, again }) => ({
    ...rowOf(view, briefs[view.id], now, t),
    again: again > 0 ? `${t.intake.again} ${again} ${t.intake.pieces}` : '',
    first: briefs[view.id]?.repeats ?? view.id,
  }));
  return rows.map((row, at) => {
    const heads = row.urgency !== 'none' && row.urgency !== rows[at - 1]?.urgency;
    return heads ? { ...row, head: t.urgency[row.urgency] } : row;
  });
}

/** The line on top of what waits for the street. */
export function summary(
  views: readonly AppealView[],
  next: Cursor | undefined,
  now: number,
  t: Words,
): string {
  const urgencies = views.map(({ ball }) => leftOf(ball, now, t.urgency).urgency);
  return tallySentence(tally(urgencies, next === undefined), t.urgency);
}

export function joined(views: readonly AppealView[], more: readonly AppealView[]): AppealView[] {
  const known = new Set(views.map(({ id }) => id));
  return [...views, ...more.filter(({ id }) => !known.has(id))];
}

/** The list after news of one appeal: what lies on another desk now leaves it. */
export function withAppeal(views: readonly AppealView[], view: AppealView, desk: Desk): AppealView[] {
  const stays = view.ball.holder === desk;
  return gather(views, (each) => (each.id === view.id ? (stays ? [view] : []) : [each]));
}
