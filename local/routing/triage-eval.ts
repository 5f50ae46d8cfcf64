import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { shippedCatalogue } from '../../domain/routing/catalogue.ts';
import { type Lesson, type Model, predict, train } from '../../domain/routing/classifier.ts';
import type { Message } from '../../domain/routing/features.ts';
import { hintsOf, indexWords, lookUp, vocabularyOf } from '../../domain/routing/lookup.ts';
import { pack, unpack } from '../../domain/routing/packed.ts';
import { classesOf } from './classes.ts';
import { type Figures, figuresOf, type Outcome } from './figures.ts';
import { foldsOf } from './folds.ts';
import { Complaint, command, readRows } from './rows.ts';

const help = `
triage:eval — how well messages are told apart

  --train A.jsonl          messages to learn from: {subject, detail, category} a line
  --train-tokens B.jsonl   split messages to learn from: {tokens, category} a line
  --test C.jsonl           messages to judge, of either form
  --catalogue-only         learn nothing: the shipped catalogue alone
  --folds 5                instead of --test: judge each row by a model that saw neither it nor its near-duplicates
  --few 50,200,1000,5000   instead of --test: mean of five draws of so many rows, judged on the rest

Prints one JSON line a result.
`;

const raw = v.object({ subject: v.optional(v.string(), ''), detail: v.string(), category: v.string() });
const split = v.object({ tokens: v.string(), category: v.string() });
const either = v.union([raw, split]);

const index = indexWords(shippedCatalogue);
const vocabulary = vocabularyOf(shippedCatalogue);
/** The catalogue ships without dates; any day will do. */
const on = '2026-01-01';

/** Joined words read like a message whose first dozen words are its subject. */
function asText(words: readonly string[]) {
  return { subject: words.slice(0, 12).join(' '), detail: words.slice(12).join(' ') };
}

function messageOf(row: v.InferOutput<typeof either>): Message {
  if ('tokens' in row) {
    const words = row.tokens.split(' ').filter((word) => word !== '');
    return { detail: '', words, hints: hintsOf(lookUp(index, asText(words), { on })) };
  }
  return { ...row, hints: hintsOf(lookUp(index, row, { on })) };
}

const lessonOf = (row: v.InferOutput<typeof either>): Lesson => ({ ...messageOf(row), label: row.category });

function outcomeOf(guesses: readonly { label: string; confidence: number }[], right: string): Outcome {
  return { guesses: guesses.map((guess) => guess.label), confidence: guesses[0]?.confidence ?? 0, right };
}

/** Trains, stores, loads, and judges what was loaded. */
function judge(lessons: readonly Lesson[], test: readonly v.InferOutput<typeof either>[]): Figures {
  const started = performance.now();
  const packed = pack(train(lessons, { vocabulary }));
  const trained = performance.now();
  const model: Model = unpack(packed);
  const loaded = performance.now();
  const outcomes = test.map((row) => outcomeOf(predict(model, messageOf(row)).guesses, row.category));
  const done = performance.now();
  return figuresOf(outcomes, {
    msPerMessage: (done - loaded) / Math.max(1, test.length),
    modelBytes: packed.length + new TextEncoder().encode(JSON.stringify(shippedCatalogue)).length,
    trainSeconds: (trained - started) / 1_000,
    loadMs: loaded - trained,
  });
}

/** The catalogue alone; its confidence is its share of the points. */
function judgeCatalogue(test: readonly v.InferOutput<typeof either>[]): Figures {
  const started = performance.now();
  const outcomes = test.map((row) => {
    const text = 'tokens' in row ? asText(row.tokens.split(' ')) : row;
    const scores = classesOf(lookUp(index, text, { on }));
    const sum = scores.reduce((total, [, score]) => total + score, 0);
    return outcomeOf(
      scores.map(([label, score]) => ({ label, confidence: score / sum })),
      row.category,
    );
  });
  const msPerMessage = (performance.now() - started) / Math.max(1, test.length);
  const modelBytes = new TextEncoder().encode(JSON.stringify(shippedCatalogue)).length;
  return figuresOf(outcomes, { msPerMessage, modelBytes, trainSeconds: 0, loadMs: 0 });
}

function crossValidate(rows: readonly v.InferOutput<typeof either>[], folds: number): void {
  const fold = foldsOf(rows.map(textOf), folds);
  for (let k = 0; k < folds; k++) {
    const lessons = rows.filter((_, at) => fold[at] !== k).map(lessonOf);
    const held = rows.filter((_, at) => fold[at] === k);
    const forms: [string, typeof held][] = [
      ['split', held.filter((row) => 'tokens' in row)],
      ['raw', held.filter((row) => 'detail' in row)],
    ];
    for (const [form, test] of forms) if (test.length > 0) print({ fold: k, form, ...judge(lessons, test) });
  }
}

const textOf = (row: v.InferOutput<typeof either>) =>
  'tokens' in row ? row.tokens : `${row.subject}${row.detail}`;

/** Few rows to learn from, as a new office has; judged on rows in other folds than the drawn ones' duplicates. */
function learnFromFew(rows: readonly v.InferOutput<typeof either>[], sizes: readonly number[]): void {
  for (const size of sizes) {
    const tops: number[] = [];
    for (let draw = 0; draw < 5; draw++) {
      const order = foldsOf(rows.map(textOf), 100_003, 17 * draw + size);
      const sorted = [...rows.keys()].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
      const taken = sorted.slice(0, size);
      const last = order[taken.at(-1) ?? 0];
      const rest = sorted.slice(size).filter((at) => order[at] !== last);
      const figures = judge(pick(rows, taken).map(lessonOf), pick(rows, rest.slice(-2_000)));
      tops.push(figures.top1);
    }
    const mean = tops.reduce((sum, top) => sum + top, 0) / tops.length;
    print({ few: size, top1: Number(mean.toFixed(4)), draws: tops });
  }
}

const pick = <T>(rows: readonly T[], wanted: readonly number[]) =>
  wanted.flatMap((at) => rows.slice(at, at + 1));

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** The command; resolves to its exit code. */
export async function main(args: string[]): Promise<number> {
  return command(args, help, () => {
    const { values } = parseArgs({
      args,
      options: {
        train: { type: 'string' },
        'train-tokens': { type: 'string' },
        test: { type: 'string' },
        'catalogue-only': { type: 'boolean' },
        folds: { type: 'string' },
        few: { type: 'string' },
      },
    });
    const test = values.test === undefined ? [] : readRows(values.test, either);
    if (values['catalogue-only']) {
      if (test.length === 0) throw new Complaint('Give --test; see --help.');
      return print(judgeCatalogue(test));
    }
    const rows = [
      ...(values.train === undefined ? [] : readRows(values.train, either)),
      ...(values['train-tokens'] === undefined ? [] : readRows(values['train-tokens'], either)),
    ];
    if (rows.length === 0) throw new Complaint('Give --train or --train-tokens; see --help.');
    if (values.folds !== undefined) return crossValidate(rows, Number(values.folds));
    if (values.few !== undefined) return learnFromFew(rows, values.few.split(',').map(Number));
    if (test.length === 0) throw new Complaint('Give --test, --folds or --few; see --help.');
    print(judge(rows.map(lessonOf), test));
  });
}
