import { ask } from '../../../lib/api';
import { type AppealView, showInstant, words } from '../../../lib/domain';
import type { Option } from '../../../lib/form';

const over: readonly string[] = [
  ...['awaitingRating', 'closed', 'declined', 'transferred', 'merged', 'withdrawn'],
];

/** What an appeal may be merged into: what says the same first, then what is on the desk and in hand. */
export async function candidates(id: string, now: number): Promise<Option[]> {
  const [alike, desk, unit] = await Promise.all([
    ask('alike', { id }),
    ask('desk', { desk: 'coordinator' }),
    ask('desk', { desk: 'unit' }),
  ]);
  const views = [...desk.items, ...unit.items];
  const known = new Map(views.map((view) => [view.id, view]));
  const first = alike.items.map((each) => ({ ...each, submittedAt: each.at, ...known.get(each.id) }));
  const likes = new Set(alike.items.map((each) => each.id));
  return [...first, ...views.filter((view) => !likes.has(view.id))]
    .filter((each) => each.id !== id && !over.includes(each.status))
    .map((each) => optionOf(each, now));
}

type Candidate = Pick<AppealView, 'id' | 'number' | 'status' | 'matter' | 'submittedAt'> & {
  readonly text?: string;
};

function optionOf({ id, number, status, matter, submittedAt, text }: Candidate, now: number): Option {
  const about = [
    text?.slice(0, 60),
    words.appealStatus[status].zh,
    matter?.zh,
    showInstant(submittedAt, now),
  ];
  return { value: id, zh: number, note: about.filter(Boolean).join(' · ') };
}
