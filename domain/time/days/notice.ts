import { type Day, dayOf, type Layer } from '../calendar.ts';

/** One holiday of a notice, in the notice's own words: rest from the first day to the last, and work on others. */
interface Holiday {
  readonly zh: string;
  readonly from: Day;
  readonly to: Day;
  readonly work?: readonly Day[];
}

/** A published notice, as it can be held beside the printed page. */
export interface Notice {
  readonly source: string;
  readonly holidays: readonly Holiday[];
}

export function layer({ source, holidays }: Notice): Layer {
  return {
    source,
    rest: holidays.flatMap(({ from, to }) => daysFrom(from, to)),
    work: holidays.flatMap(({ work = [] }) => work),
  };
}

const DAY = 86_400_000;

function daysFrom(from: Day, to: Day): readonly Day[] {
  const first = Date.parse(from);
  return Array.from({ length: (Date.parse(to) - first) / DAY + 1 }, (_, n) => dayOf(first + n * DAY));
}
