import {
  type Features,
  featuresOf,
  featuresOfWords,
  type Message,
  wordFeature,
  wordsOf,
} from './features.ts';
import { fitted, type Recipe, type Row, recipe } from './fit.ts';
import { toProbabilities } from './learn.ts';
import { Slots } from './slots.ts';
import { adopt, type Dictionary, dictionaryOf } from './words.ts';

/** A message and what it was decided to be. */
export interface Lesson extends Message {
  readonly label: string;
}

/** A trained model. Features and words are kept as hashes only: nothing anybody wrote can be read back from it. */
export interface Model {
  readonly labels: readonly string[];
  readonly dictionary: Dictionary;
  /** The features, by hash. */
  readonly features: Slots;
  /** Weights by feature then label in steps of each label's `scales`; the bias in the last row. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** How strongly hints count: the more, the fewer rows were learnt from. */
  readonly trust: number;
  /** One over the temperature. */
  readonly sharpness: number;
  /** What single lessons have added since training, by feature. */
  readonly taught: ReadonlyMap<number, Float32Array>;
}

export interface Guess {
  readonly label: string;
  /** Calibrated probability, 0–1. */
  readonly confidence: number;
}

/** A word of the message and how much it spoke for the first guess against the second. */
export interface Reason {
  readonly word: string;
  readonly weight: number;
}

export interface Prediction {
  /** Every label, likeliest first. */
  readonly guesses: readonly Guess[];
  /** The words that spoke most for the first guess, strongest first. */
  readonly reasons: readonly Reason[];
}

export interface Training {
  /** Words to know beforehand (the catalogue's, say), for messages that come unsplit. */
  readonly vocabulary?: Iterable<string>;
  readonly recipe?: Partial<Recipe>;
}

/** Trains on lessons. The same lessons in the same order give the same model, to the byte. */
export function train(lessons: readonly Lesson[], training: Training = {}): Model {
  const with_ = { ...recipe, ...training.recipe };
  const labels = [...new Set(lessons.map((lesson) => lesson.label))].sort();
  const index = new Map(labels.map((label, at) => [label, at]));
  const adopted = adoptAll(lessons);
  const dictionary = learnWords(adopted, training.vocabulary ?? []);
  const trust = Math.fround(2 + 90 / Math.sqrt(Math.max(30, lessons.length)));
  const rows: Row[] = adopted.map((lesson) => ({
    features: featuresOf(lesson, dictionary, trust),
    label: index.get(lesson.label) ?? 0,
  }));
  const { keys, weights, sharpness } = fitted(rows, labels.length, with_);
  return {
    labels,
    dictionary,
    trust,
    features: Slots.of(keys),
    ...quantise(weights, labels.length),
    sharpness: Math.fround(sharpness),
    taught: new Map(),
  };
}

/** Words split elsewhere, in our form; each different word is brought into it once. */
function adoptAll(lessons: readonly Lesson[]): Lesson[] {
  const known = new Map<string, readonly string[]>();
  const ours = (word: string) => {
    const found = known.get(word) ?? adopt([word]);
    known.set(word, found);
    return found;
  };
  return lessons.map((lesson) =>
    lesson.words ? { ...lesson, words: lesson.words.flatMap(ours), adopted: true } : lesson,
  );
}

function learnWords(lessons: readonly Lesson[], vocabulary: Iterable<string>): Dictionary {
  const counts = new Map<string, number>();
  for (const word of vocabulary) counts.set(word, 5);
  for (const { words } of lessons)
    for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return dictionaryOf(counts, lessons.length < 1_000 ? 1 : 3);
}

function quantise(weights: Float64Array, classes: number) {
  const bias = Float32Array.from(weights.subarray(weights.length - classes));
  const rows = weights.length / classes - 1;
  const scales = new Float32Array(classes);
  for (let i = 0; i < rows * classes; i++) {
    const size = Math.abs(weights[i] ?? 0) / 127;
    if (size > (scales[i % classes] ?? 0)) scales[i % classes] = size;
  }
  const steps = new Int8Array(rows * classes);
  for (let i = 0; i < steps.length; i++) {
    const scale = scales[i % classes] ?? 0;
    steps[i] = scale === 0 ? 0 : Math.max(-127, Math.min(127, Math.round((weights[i] ?? 0) / scale)));
  }
  return { weights: steps, scales, bias };
}

/** What the message is about, with calibrated confidence and the words that say so. */
export function predict(model: Model, message: Message): Prediction {
  const split = wordsOf(message, model.dictionary);
  const scores = scoresOf(model, featuresOfWords(split, message.hints ?? [], model.trust));
  toProbabilities(scores, model.sharpness);
  const guesses = Array.from(scores, (confidence, at) => ({
    label: model.labels[at] ?? '',
    confidence,
  })).sort((a, b) => b.confidence - a.confidence || (a.label < b.label ? -1 : 1));
  return { guesses, reasons: reasonsOf(model, split.words, guesses) };
}

/** Raw scores by label, before they are made probabilities. */
export function scoresOf(model: Model, features: Features): Float64Array {
  const classes = model.labels.length;
  const trained = model.scales.length;
  const scores = new Float64Array(classes).fill(Math.min(0, ...model.bias));
  let norm = 0;
  const sums = new Float64Array(classes);
  for (const [i, key] of features.keys.entries()) {
    const at = model.features.find(key);
    const extra = model.taught.get(key);
    if (at < 0 && !extra) continue;
    const value = features.values[i] ?? 0;
    norm += value * value;
    if (at >= 0)
      for (let c = 0; c < trained; c++)
        sums[c] = (sums[c] ?? 0) + value * (model.weights[at * trained + c] ?? 0) * (model.scales[c] ?? 0);
    if (extra) for (let c = 0; c < extra.length; c++) sums[c] = (sums[c] ?? 0) + value * (extra[c] ?? 0);
  }
  const length = Math.sqrt(norm) || 1;
  for (let c = 0; c < classes; c++) scores[c] = (sums[c] ?? 0) / length + (model.bias[c] ?? scores[c] ?? 0);
  return scores;
}

function reasonsOf(model: Model, words: readonly string[], guesses: readonly Guess[]): Reason[] {
  const [first, second] = guesses.map((guess) => model.labels.indexOf(guess.label));
  if (first === undefined) return [];
  const reasons: Reason[] = [];
  for (const word of new Set(words)) {
    const key = wordFeature(word);
    const weight = weightOf(model, key, first) - (second === undefined ? 0 : weightOf(model, key, second));
    if (weight > 0) reasons.push({ word, weight });
  }
  return reasons.sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1)).slice(0, 6);
}

function weightOf(model: Model, key: number, label: number): number {
  const at = model.features.find(key);
  const base =
    at < 0 ? 0 : (model.weights[at * model.scales.length + label] ?? 0) * (model.scales[label] ?? 0);
  return (label < model.scales.length ? base : 0) + (model.taught.get(key)?.[label] ?? 0);
}
