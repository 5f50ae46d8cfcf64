import type { Catalogue, Matter } from './catalogue.ts';
import { rowOf } from './catalogue.ts';
import { normalise } from './words.ts';

/** A matter's id, a second level of the catalogue as `一级/二级` or a first as `一级`, and its points. */
interface Scored {
  readonly id: string;
  readonly score: number;
}

/** A matter (or a second level of the catalogue) the words point at. */
export interface Pointed extends Scored {
  /** The words that pointed, strongest first. */
  readonly words: readonly string[];
}

export interface Lookup {
  readonly matters: readonly Pointed[];
  readonly branches: readonly Pointed[];
  /** First levels, each with the points of all below it. */
  readonly groups: readonly Scored[];
}

interface Node {
  readonly next: Map<string, Node>;
  targets?: string[];
}

/** The catalogue's words, ready for finding. */
export interface WordIndex {
  readonly catalogue: Catalogue;
  readonly root: Node;
  readonly branchOf: ReadonlyMap<string, string>;
}

/** Beyond this many characters the text is not read. */
const read = 3_000;
const branchShare = 0.35;
const tibetan = /[\u0f40-\u0fbc]/;

export const branchId = (one: string, two: string) => `${one}/${two}`;

export function indexWords(catalogue: Catalogue): WordIndex {
  const root: Node = { next: new Map() };
  const branchOf = new Map<string, string>();
  for (const { one, two, words } of catalogue.branches)
    for (const word of words) plant(root, word, branchId(one, two));
  for (const { id, group, branch = '', words } of catalogue.matters) {
    branchOf.set(id, branchId(group, branch));
    for (const word of words) plant(root, word, id);
  }
  return { catalogue, root, branchOf };
}

function plant(root: Node, word: string, target: string): void {
  let node = root;
  for (const character of normalise(word)) {
    let next = node.next.get(character);
    if (!next) {
      next = { next: new Map() };
      node.next.set(character, next);
    }
    node = next;
  }
  node.targets ??= [];
  if (!node.targets.includes(target)) node.targets.push(target);
}

/** Every word of the catalogue, for a splitter to know. */
export function vocabularyOf(catalogue: Catalogue): string[] {
  return [...catalogue.branches, ...catalogue.matters].flatMap((entry) => entry.words.map(normalise));
}

interface Hit {
  readonly word: string;
  readonly targets: readonly string[];
  weight: number;
}

/** Which rows hold: those given, or those in force on a day in an area. */
export interface Held {
  readonly on: string;
  readonly area?: string;
  readonly rows?: ReadonlyMap<string, Matter>;
}

/** Which matters in force the words of a message point at, likeliest first, each with the words. */
export function lookUp(index: WordIndex, message: { subject?: string; detail: string }, when: Held): Lookup {
  const hits = new Map<string, Hit>();
  collect(index.root, normalise((message.subject ?? '').slice(0, read)), 2, hits);
  collect(index.root, normalise(message.detail.slice(0, read)), 1, hits);
  const scores = tally(hits.values());
  const branches = rank(scores, (id) => id.includes('/'));
  const matters = rank(scores, (id) => {
    if (when.rows) return when.rows.has(id);
    return index.branchOf.has(id) && rowOf(index.catalogue, id, when.on, when.area) !== undefined;
  });
  const share = new Map(branches.map((branch) => [branch.id, branchShare * branch.score]));
  const ranked = matters
    .map((one) => ({ ...one, score: one.score + (share.get(index.branchOf.get(one.id) ?? '') ?? 0) }))
    .sort(byScore);
  return { matters: ranked, branches, groups: groupsOf([...branches, ...ranked], index) };
}

function groupsOf(below: readonly Scored[], { branchOf }: WordIndex): Scored[] {
  const points = new Map<string, number>();
  for (const { id, score } of below) {
    const group = (branchOf.get(id) ?? id).split('/')[0] ?? '';
    points.set(group, (points.get(group) ?? 0) + score);
  }
  return [...points].map(([id, score]) => ({ id, score })).sort(byScore);
}

/** Longest words first, left to right, none counted twice. */
function collect(root: Node, text: string, times: number, hits: Map<string, Hit>): void {
  for (let at = 0; at < text.length; ) {
    const found = longestAt(root, text, at);
    if (!found) {
      at++;
      continue;
    }
    const hit = hits.get(found.word) ?? { word: found.word, targets: found.targets, weight: 0 };
    hit.weight += times;
    hits.set(found.word, hit);
    at += found.word.length;
  }
}

function longestAt(root: Node, text: string, start: number): { word: string; targets: string[] } | undefined {
  let node: Node | undefined = root;
  let best: { word: string; targets: string[] } | undefined;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text.charAt(at));
    if (!node) break;
    if (node.targets && bounded(text, start, at + 1))
      best = { word: text.slice(start, at + 1), targets: node.targets };
  }
  return best;
}

/** A Tibetan word must stand between syllable marks; a case ending may follow. Latin words must stand alone. */
function bounded(text: string, start: number, end: number): boolean {
  const first = text.charAt(start);
  const before = text.charAt(start - 1);
  if (/[a-z0-9]/.test(first)) return !/[a-z]/.test(before) && !/[a-z]/.test(text.charAt(end));
  if (!tibetan.test(first)) return true;
  return (
    !tibetan.test(before) &&
    !tibetan.test(
      text
        .slice(end)
        .replace(/^(འི|ས|ར)/, '')
        .charAt(0),
    )
  );
}

/** Longer words say more; a word shared by several targets says less about each. */
function tally(hits: Iterable<Hit>): Map<string, { score: number; words: [string, number][] }> {
  const scores = new Map<string, { score: number; words: [string, number][] }>();
  for (const { word, targets, weight } of hits) {
    const points = (lengthWeight(word) * (1 + Math.log(weight))) / Math.sqrt(targets.length);
    for (const target of targets) {
      const entry = scores.get(target) ?? { score: 0, words: [] };
      entry.score += points;
      entry.words.push([word, points]);
      scores.set(target, entry);
    }
  }
  return scores;
}

const lengthWeight = (word: string) =>
  tibetan.test(word) ? 1.5 : ([0.4, 0.4, 1, 1.4, 1.7][word.length] ?? 1.8);

function rank(
  scores: ReadonlyMap<string, { score: number; words: [string, number][] }>,
  wanted: (id: string) => boolean,
) {
  const ranked: Pointed[] = [];
  for (const [id, { score, words }] of scores) {
    if (!wanted(id)) continue;
    ranked.push({ id, score, words: words.sort((a, b) => b[1] - a[1]).map(([word]) => word) });
  }
  return ranked.sort(byScore);
}

const byScore = (a: Scored, b: Scored) => b.score - a.score || (a.id < b.id ? -1 : 1);

/** What the catalogue saw, as strong words for the classifier: the best of each level with their share. */
export function hintsOf({ matters, branches, groups }: Lookup): { name: string; weight: number }[] {
  return [groups, branches, matters].flatMap((level) => shares(level.slice(0, 4)));
}

function shares(pointed: readonly Scored[]): { name: string; weight: number }[] {
  const sum = pointed.reduce((total, one) => total + one.score, 0);
  return pointed.map((one) => ({ name: one.id, weight: one.score / sum }));
}
