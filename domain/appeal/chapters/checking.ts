import * as v from 'valibot';
import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import type { Appeal, Checked, Relation, Verdict } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import { appealStatus } from '../words.ts';

/**
 * 内容安全检查：只决定能不能给街道和承办单位以外的人看，从不耽误、更不丢弃一件诉求
 * （网络信息内容生态治理规定第十条；设计 §9）.
 */
interface Check {
  readonly type: 'check';
  readonly text?: Verdict | undefined;
  readonly photo?: { readonly id: string; readonly verdict: Verdict } | undefined;
}

interface Vet {
  readonly type: 'vet';
  readonly show: boolean;
}
export type Command = Check | Vet;

export type Fact =
  | ({ readonly type: 'checked' } & Omit<Check, 'type'>)
  | { readonly type: 'vetted'; readonly show: boolean };

const always = Object.keys(appealStatus);

export const moves: MoveTable<Appeal, Command['type']> = {
  check: { zh: '内容检查', by: ['system'], from: always, when: ({ check }) => check !== undefined },
  vet: { zh: '核对内容', by: ['coordinator'], from: always, when: isMarked },
};

export const inputs = [
  v.strictObject({ type: v.literal('vet'), show: v.boolean('请选择能不能公开') }),
] as const;

export const decide: Decisions<Command, Fact> = {
  check: ({ photos }, { text, photo }) => {
    must(photo === undefined || photos.includes(photo.id), 'unknown-photo', '这件诉求里没有这张照片');
    return [{ type: 'checked', text, photo }];
  },
  vet: (_, { show }) => [{ type: 'vetted', show }],
};

export const evolve: Memory<Fact> = {
  checked: ({ check = unchecked }, { fact: { text, photo } }) => ({
    check: {
      ...check,
      ...(text && { text }),
      photos: photo ? { ...check.photos, [photo.id]: photo.verdict } : check.photos,
    },
  }),
  vetted: ({ check = unchecked }, { fact }) => ({ check: { ...check, shown: fact.show } }),
};

export const line: Lines<Fact> = {
  checked: () => undefined,
  vetted: ({ fact, relation }) =>
    relation === 'coordinator' ? { zh: fact.show ? '核对内容：可以公开' : '核对内容：不公开' } : undefined,
};

export const unchecked: Checked = { photos: {} };

/** What the check says of the whole: the gravest of its parts, and `pending` while one is not known. */
export function verdictOf({ check, photos }: Appeal): Verdict | 'pending' {
  if (check === undefined) return 'pass';
  const parts = [check.text, ...photos.map((id) => check.photos[id])];
  const said = (['risky', 'review'] as const).find((verdict) => parts.includes(verdict));
  return said ?? (parts.includes(undefined) ? 'pending' : 'pass');
}

/** The check has found something, and nobody has looked yet. */
function isMarked(appeal: Appeal): boolean {
  const verdict = verdictOf(appeal);
  return appeal.check?.shown === undefined && (verdict === 'review' || verdict === 'risky');
}

/** Whether anybody but the street and the units at work may read it: what a person said counts, else the check. */
export function isPublic(appeal: Appeal): boolean {
  return appeal.check?.shown ?? verdictOf(appeal) === 'pass';
}

/** Photos this relation sees: who has no part in the handling only those that have passed. */
export function photosFor(appeal: Appeal, relation: Relation): readonly string[] {
  const { check, photos } = appeal;
  if (check === undefined || relation !== 'grid' || check.shown === true) return photos;
  return photos.filter((id) => check.photos[id] === 'pass');
}
