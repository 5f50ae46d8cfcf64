import { ask } from '../../../lib/api';
import { type AppealView, showInstant, words } from '../../../lib/domain';
import type { Option } from '../../../lib/form';

const over: readonly string[] = [
  ...['awaitingRating', 'closed', 'declined', 'transferred', 'merged', 'withdrawn'],
];

/** What an appeal may be merged into: those that say the same, the likest first. */
export async function candidates(id: string, now: number): Promise<Option[]> {
  const { items } = await ask('alike', { id });
  return optionsOf(
    items.map(({ at, ...each }) => ({ ...each, submittedAt: at })),
    id,
    now,
  );
}

/** A number as it is read out. */
const whole = /^JSJB-\d{8}-[0-9A-Z]+-[0-9A-Z]{6}$/;

/** The number in what somebody looks for, `undefined` where it is not whole yet. */
export function numberIn(search: string): string | undefined {
  const number = search.trim().toUpperCase();
  return whole.test(number) ? number : undefined;
}

/** The one of this number, where something may be merged into it. */
export async function numbered(number: string, id: string, now: number): Promise<Option[]> {
  return optionsOf((await ask('numbered', { number })).items, id, now);
}

type Candidate = Pick<AppealView, 'id' | 'number' | 'text' | 'status' | 'matter' | 'submittedAt'>;

function optionsOf(all: readonly Candidate[], id: string, now: number): Option[] {
  return all
    .filter((each) => each.id !== id && !over.includes(each.status))
    .map((each) => optionOf(each, now));
}

function optionOf({ id, number, status, matter, submittedAt, text }: Candidate, now: number): Option {
  const about = [text.slice(0, 60), words.appealStatus[status].zh, matter?.zh, showInstant(submittedAt, now)];
  return { value: id, zh: number, note: about.filter(Boolean).join(' · ') };
}
