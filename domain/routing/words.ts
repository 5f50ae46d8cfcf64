import { normalise } from './normalise.ts';
import { stopWords } from './stopwords.ts';

export { normalise };

/** The longest word the splitter looks for, in characters. */
const longest = 8;
const han = /^[\u3400-\u9fff]+$/;
const piece = /[\u3400-\u9fff]+|[a-z]{2,}|[\u0f40-\u0fbc\u0f0b]+/g;

/** A 32-bit hash of text, the same on every machine; `seed` keeps families of features apart. */
export function hash(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

function finish(raw: number): number {
  let h = raw;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Words known by hash, each with the cost of using it (minus its log probability); no word can be read back. */
export interface Dictionary {
  readonly costs: ReadonlyMap<number, number>;
  /** The cost of a single character that is no word. */
  readonly unknown: number;
}

const stops = new Set(stopWords);
const stopCosts = new Map(stopWords.map((word) => [hash(word), word.length === 1 ? 6 : 7]));

/** Learns a dictionary from counted words; a word seen fewer than `least` times is left out. */
export function dictionaryOf(counts: ReadonlyMap<string, number>, least: number): Dictionary {
  let total = 0;
  for (const count of counts.values()) total += count;
  const costs = new Map(stopCosts);
  const scale = Math.log(Math.max(total, 20_000));
  for (const [word, count] of counts) {
    if (count < least || word.length > longest || stops.has(word)) continue;
    costs.set(hash(word), quarter(scale - Math.log(count)));
  }
  return { costs, unknown: quarter(scale + 3) };
}

/** Costs are kept in eighths so that a stored dictionary splits exactly like a fresh one. */
const quarter = (cost: number) => Math.round(cost * 8) / 8;

/** Splits normalised text into words, in order, by the cheapest path; words that carry no matter are dropped. */
export function split(text: string, dictionary: Dictionary): string[] {
  const words: string[] = [];
  for (const [run] of text.matchAll(piece)) {
    if (han.test(run)) splitRun(run, dictionary, words);
    else words.push(run);
  }
  return words;
}

function splitRun(run: string, { costs, unknown }: Dictionary, into: string[]): void {
  const n = run.length;
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + 1);
  best[0] = 0;
  for (let i = 0; i < n; i++) {
    const here = best[i] ?? 0;
    let h = 0x811c9dc5;
    for (let end = i + 1; end <= n && end - i <= longest; end++) {
      h = Math.imul(h ^ run.charCodeAt(end - 1), 0x01000193);
      const cost = costs.get(finish(h)) ?? (end === i + 1 ? unknown : undefined);
      if (cost === undefined || here + cost >= (best[end] ?? 0)) continue;
      best[end] = here + cost;
      from[end] = i;
    }
  }
  const found: string[] = [];
  for (let end = n; end > 0; end = from[end] ?? 0) found.push(run.slice(from[end], end));
  for (const word of found.reverse()) if (!stops.has(word)) into.push(word);
}

/** Words that were split elsewhere, brought to the same form as ours. */
export function adopt(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (const word of words)
    for (const [run] of normalise(word).matchAll(piece)) if (!stops.has(run)) kept.push(run);
  return kept;
}

/** Runs of Chinese characters of normalised text. */
export function hanRuns(text: string): string[] {
  return text.match(/[\u3400-\u9fff]+/g) ?? [];
}
