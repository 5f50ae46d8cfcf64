import { type AppealView, type Cursor, type PublicOffice, type Queries, words } from '../../../lib/domain';
import { gather } from '../../../lib/gather';
import { doing, type Left, leftOf, tally, tallySentence, type UrgencyCopy } from '../../../lib/urgency';
import { suggest } from '../../lib/suggest';

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
  readonly head: string;
  readonly spoken: string;
}

interface IntakeCopy {
  readonly suggest: string;
}

interface Words {
  readonly intake: IntakeCopy;
  readonly urgency: UrgencyCopy;
}

type Known = Pick<PublicOffice, 'matters' | 'units'>;

const longest = 60;

export function rowOf(view: AppealView, office: Known, now: number, t: Words): Row {
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
    proposal: proposalOf(view, office),
    head: '',
    spoken: [left.left, said, text, place?.address, doing(ball)].filter(Boolean).join('，'),
  };
}

/** Only where the street still has to decide who handles it. */
function proposalOf(view: AppealView, office: Known): string {
  if (view.ball.holder !== 'coordinator' || view.units.length > 0) return '';
  const [first] = suggest(view, office);
  if (!first) return '';
  const why = first.matched.map((word) => `「${word}」`).join('');
  return `${first.matter.zh} → ${first.lead.zh}${why}`;
}

/** Late, today, the rest; where no clock runs there are no headings. */
export function rowsOf(views: readonly AppealView[], office: Known, now: number, t: Words): Row[] {
  const rows = views.map((view) => rowOf(view, office, now, t));
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
