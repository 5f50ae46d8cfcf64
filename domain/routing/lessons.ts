import type { Appeal } from '../appeal/appeal.ts';
import { wordsOf as said } from '../appeal/recording.ts';
import type { Office } from '../office/office.ts';
import { type Lesson, train } from './classifier.ts';
import { hintsOf, lookUp, vocabularyOf } from './lookup.ts';
import { wordsOf } from './propose.ts';
import type { Trained } from './weigh.ts';

/** Fewer decisions than this teach no model: the catalogue knows better. */
export const fewest = 20;
/** Weights kept, one byte each: with its words and keys a model stays below 700 kB. */
const weights = 400_000;
const features = 48_000;

/** What the office decided an appeal to be; `undefined` while it has not. */
export function lessonOf(appeal: Appeal, office: Office): Lesson | undefined {
  const { matter, kind } = appeal;
  const text = said(appeal);
  if (matter === undefined || kind === undefined || text === '') return undefined;
  const rows = new Map(office.matters.map((row) => [row.id, row]));
  const seen = lookUp(wordsOf(office), { detail: text }, { on: '', rows });
  return { detail: text, label: matter, hints: hintsOf(seen) };
}

/** Learns from decisions, the oldest first. The same ones give the same model, to the byte; too few give none. */
export function learn(decided: readonly Appeal[], office: Office): Trained | undefined {
  const lessons = decided.flatMap((appeal) => lessonOf(appeal, office) ?? []);
  const counts = new Map<string, number>();
  for (const { label } of lessons) counts.set(label, (counts.get(label) ?? 0) + 1);
  if (lessons.length < fewest || counts.size < 2) return undefined;
  const once = [...counts.values()].filter((count) => count === 1).length;
  const model = train(lessons, {
    vocabulary: vocabularyOf(wordsOf(office).catalogue),
    recipe: { features: Math.min(features, Math.floor(weights / counts.size)) },
  });
  return { model, unseen: once / lessons.length };
}
