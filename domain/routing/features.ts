import { adopt, type Dictionary, hash, normalise, split } from './words.ts';

/** Something seen in the message beyond its words, and how strongly (0–1). */
export interface Hint {
  readonly name: string;
  readonly weight: number;
}

/** What is read of a message. */
export interface Message {
  readonly subject?: string;
  readonly detail: string;
  /** The message already split into words, first words first; then `subject` and `detail` are not read. */
  readonly words?: readonly string[];
  /** Whether `words` are in our form already. */
  readonly adopted?: boolean;
  /** Matters that something else (the catalogue) saw in the message: each counts as a strong word. */
  readonly hints?: readonly Hint[];
}

/** Features by hash, with how strongly each is present. */
export interface Features {
  readonly keys: Uint32Array;
  readonly values: Float32Array;
}

type Counts = Map<number, number>;

/** Beyond this many words a message repeats itself; the rest is not read, nor the characters they might be in. */
const most = 250;
const read = 1_500;
/** How many leading words count as the subject where a message has none of its own. */
const leading = 12;
const subjectWeight = 3;
/** How strongly a word counts next to a character or a pair: it is made of them. */
const wordShare = 0.5;

const seeds = { word: 1, pair: 2, hint: 3, single: 4 } as const;

/** The words of a message, and how many of them belong to its subject. */
export interface Words {
  readonly words: readonly string[];
  readonly head: number;
}

/** Splits a message, unless it came split. */
export function wordsOf(
  message: Message,
  dictionary: Dictionary,
): { words: readonly string[]; head: number } {
  if (message.words) {
    const words = message.adopted ? message.words : adopt(message.words);
    return { words, head: Math.min(leading, words.length) };
  }
  const subject = split(normalise(message.subject ?? '').slice(0, read), dictionary);
  const detail = split(normalise(message.detail.slice(0, read)), dictionary);
  const words = subject.concat(detail);
  return {
    words,
    head: subject.length ? Math.min(subject.length, 2 * leading) : Math.min(leading, words.length),
  };
}

/** Words, characters, pairs of characters within and across words, and hints; `trust`: how strongly a whole hint counts. */
export function featuresOf(message: Message, dictionary: Dictionary, trust: number): Features {
  return featuresOfWords(wordsOf(message, dictionary), message.hints ?? [], trust);
}

/** The same, of words already split. */
export function featuresOfWords({ words, head }: Words, hints: readonly Hint[], trust: number): Features {
  const whole: Counts = new Map();
  const parts: Counts = new Map();
  let before = '';
  for (const [at, word] of words.slice(0, most).entries()) {
    const weight = at < head ? subjectWeight : 1;
    count(whole, hash(word, seeds.word), weight);
    for (const character of word) count(parts, hash(character, seeds.single), weight);
    pairs(parts, before, word, weight);
    before = word.slice(-1);
  }
  const keys = Uint32Array.from([...whole.keys(), ...parts.keys()]);
  const values = Float32Array.from([...whole.values(), ...parts.values()], (weight) => 1 + Math.log(weight));
  for (let i = 0; i < whole.size; i++) values[i] = wordShare * (values[i] ?? 0);
  return hints.length > 0 ? withHints(keys, values, hints, trust) : { keys, values };
}

function withHints(keys: Uint32Array, values: Float32Array, hints: readonly Hint[], trust: number): Features {
  const all = new Uint32Array(keys.length + hints.length);
  const strong = new Float32Array(all.length);
  all.set(keys);
  strong.set(values);
  for (const [at, { name, weight }] of hints.entries()) {
    all[keys.length + at] = hash(name, seeds.hint);
    strong[keys.length + at] = trust * weight;
  }
  return { keys: all, values: strong };
}

/** The hash under which a word counts, for telling which words spoke for a label. */
export const wordFeature = (word: string) => hash(word, seeds.word);

function pairs(found: Counts, before: string, word: string, weight: number): void {
  const text = before + word;
  for (let i = 0; i + 1 < text.length; i++) count(found, hash(text.slice(i, i + 2), seeds.pair), weight);
}

function count(found: Counts, key: number, weight: number): void {
  found.set(key, (found.get(key) ?? 0) + weight);
}
