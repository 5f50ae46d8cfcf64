import { midnight } from './calendar.ts';

const minute = 60_000;
const day = 86_400_000;

/** Minutes since midnight in Beijing; `from` may be later than `until`: then the night is between them. */
interface Hours {
  readonly from: number;
  readonly until: number;
}

/** This instant, or the end of the quiet hours it falls into. Epoch ms. */
export function afterQuiet(at: number, { from, until }: Hours): number {
  const start = midnight(at);
  const into = (at - start) / minute;
  const quiet = from <= until ? into >= from && into < until : into >= from || into < until;
  if (!quiet) return at;
  return start + until * minute + (into >= until ? day : 0);
}
