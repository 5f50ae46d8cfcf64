import { stopWords } from '../../domain/routing/stopwords.ts';
import { hanRuns, hash } from '../../domain/routing/words.ts';

/** Left out, so that a message and the same message split, its stop words gone, look alike. */
const glue = new RegExp(`[${[...new Set(stopWords.join(''))].join('')}]`, 'g');

/**
 * A fold for each text, so that near-duplicates (more than half of the shorter one's rarer three-character runs in
 * common) share a fold. The same texts and seed always fall the same way.
 */
export function foldsOf(texts: readonly string[], folds: number, seed = 0): number[] {
  const sketches = texts.map(runsOf);
  const leader = texts.map((_, at) => at);
  const lead = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top] ?? top;
    return top;
  };
  const holders = new Map<string, number[]>();
  for (const [at, runs] of sketches.entries()) {
    for (const other of likest(runs, holders, sketches)) leader[lead(at)] = lead(other);
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), at].slice(0, 40));
  }
  return texts.map((_, at) => hash(`${lead(at)}`, seed + 1) % folds);
}

function runsOf(text: string): Set<string> {
  const joined = hanRuns(text).join('').replace(glue, '');
  const runs = new Set<string>();
  for (let i = 0; i + 3 <= joined.length; i++)
    if (hash(joined.slice(i, i + 3)) % 3 === 0) runs.add(joined.slice(i, i + 3));
  return runs;
}

function likest(
  runs: Set<string>,
  holders: ReadonlyMap<string, number[]>,
  sketches: readonly Set<string>[],
): number[] {
  const shared = new Map<number, number>();
  for (const run of runs) {
    const known = holders.get(run) ?? [];
    if (known.length < 40) for (const at of known) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  const half = (at: number) => Math.min(runs.size, sketches[at]?.size ?? 0) * 0.5;
  return [...shared].filter(([at, count]) => count > Math.max(2, half(at))).map(([at]) => at);
}
