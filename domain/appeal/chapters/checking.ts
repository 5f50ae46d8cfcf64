import * as v from 'valibot';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Event } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import type { Appeal, Checked, Later, Relation, Verdict } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import { always } from '../statuses.ts';

/**
 * 内容安全检查：只决定能不能给街道和承办单位以外的人看，从不耽误、更不丢弃一件诉求
 * （网络信息内容生态治理规定第十条；设计 §9）.
 */
interface Check {
  readonly type: 'check';
  readonly text?: Verdict | undefined;
  /** Whose text it is: that of an event, by its number; else that of the appeal itself. */
  readonly event?: number | undefined;
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

export const moves: MoveTable<Appeal, Command['type']> = {
  check: { zh: '内容检查', by: ['system'], from: always, when: ({ check }) => check !== undefined },
  vet: { zh: '核对内容', by: ['coordinator'], from: always, when: isMarked },
};

export const inputs = [
  v.strictObject({ type: v.literal('vet'), show: v.boolean('请选择能不能公开') }),
] as const;

export const decide: Decisions<Command, Fact> = {
  check: (appeal, { text, event, photo }) => {
    const known = photo === undefined || allFilesOf(appeal).includes(photo.id);
    must(known, 'unknown-photo', '这件诉求里没有这张照片');
    return [{ type: 'checked', text, event, photo }];
  },
  vet: (_, { show }) => [{ type: 'vetted', show }],
};

export const evolve: Memory<Fact> = {
  checked: ({ check = unchecked }, { fact: { text, event, photo } }) => ({
    check: {
      ...check,
      ...(text && (event === undefined ? { text } : { later: withText(check, event, text) })),
      photos: photo ? { ...check.photos, [photo.id]: photo.verdict } : check.photos,
    },
  }),
  /** What has been found and not been looked at; what was looked at before stays as it was. */
  vetted: (appeal, { fact: { show: shown } }) => {
    const { check = unchecked } = appeal;
    const later = Object.entries(check.later ?? {}).map(([event, piece]) => [
      event,
      isFound(piece, verdictOfLater(check, piece)) ? { ...piece, shown } : piece,
    ]);
    const first = isFound(check, verdictOfFirst(appeal)) && { shown };
    return { check: { ...check, ...first, ...(later.length > 0 && { later: Object.fromEntries(later) }) } };
  },
};

function withText({ later = {} }: Checked, event: number, text: Verdict): Readonly<Record<number, Later>> {
  const piece = later[event];
  return piece ? { ...later, [event]: { ...piece, text } } : later;
}

/** Facts whose words others read, who have no part in it: the reply from when it is let through. */
const writing = [
  ...['supplemented', 'reopened', 'contested', 'urged', 'withdrawn', 'rated'],
  ...['passed', 'heard', 'resumed', 'closed', 'transcribed'],
];

interface Saying {
  readonly words?: string | undefined;
  readonly text?: string | undefined;
  readonly photos?: readonly string[];
}

/** What somebody wrote in an event. */
export function saidIn(fact: object): {
  readonly text?: string | undefined;
  readonly photos: readonly string[];
} {
  const { reply, ...rest } = fact as Saying & { readonly reply?: Saying };
  const { words, text = words, photos = [] } = reply ?? rest;
  return { text, photos };
}

/** What an event says is to be checked, where the office has contents checked. */
export function written({ check }: Appeal, { seq, fact }: Event<{ readonly type: string }>): Partial<Appeal> {
  const { text, photos } = saidIn(fact);
  const silent = text === undefined && photos.length === 0;
  if (check === undefined || silent || !writing.includes(fact.type)) return {};
  const reply = fact.type === 'passed' || 'reply' in fact;
  const piece: Later = { photos, ...(text === undefined && { text: 'pass' }), ...(reply && { reply }) };
  return { check: { ...check, later: { ...check.later, [seq]: piece } } };
}

export const line: Lines<Fact> = {
  checked: () => undefined,
  vetted: ({ fact, relation }) =>
    relation === 'coordinator' ? { zh: fact.show ? '核对内容：可以公开' : '核对内容：不公开' } : undefined,
};

export const unchecked: Checked = { photos: {} };

type Said = Verdict | 'pending';

/** What the check says of some parts: the gravest, and `pending` while one is not known. */
function gravest(parts: readonly (Verdict | undefined)[]): Said {
  const said = (['risky', 'review'] as const).find((verdict) => parts.includes(verdict));
  return said ?? (parts.includes(undefined) ? 'pending' : 'pass');
}

function verdictOfFirst(appeal: Appeal): Said {
  const { check } = appeal;
  return check ? gravest([check.text, ...filesOf(appeal).map((id) => check.photos[id])]) : 'pass';
}

function verdictOfLater(check: Checked, { text, photos }: Later): Said {
  return gravest([text, ...photos.map((id) => check.photos[id])]);
}

/** Something was found, and nobody has looked yet. */
function isFound({ shown }: { readonly shown?: boolean }, verdict: Said): boolean {
  return shown === undefined && (verdict === 'review' || verdict === 'risky');
}

/** Every part, with what the check says of it. */
function partsOf(appeal: Appeal): readonly (readonly [{ readonly shown?: boolean }, Said])[] {
  const { check = unchecked } = appeal;
  const later = Object.values(check.later ?? {});
  return [
    [check, verdictOfFirst(appeal)],
    ...later.map((piece) => [piece, verdictOfLater(check, piece)] as const),
  ];
}

function isMarked(appeal: Appeal): boolean {
  return partsOf(appeal).some(([part, said]) => isFound(part, said));
}

/** The gravest that nobody has looked at; where there is none, what was found and looked at. */
export function markOf(appeal: Appeal): { readonly said: Said; readonly shown?: boolean } {
  const parts = partsOf(appeal);
  const worst = (some: typeof parts) =>
    (['risky', 'review', 'pending'] as const).find((each) => some.some(([, said]) => said === each)) ??
    'pass';
  const open = worst(parts.filter(([{ shown }]) => shown === undefined));
  if (open !== 'pass') return { said: open };
  const looked = parts.filter(([{ shown }]) => shown !== undefined);
  return { said: worst(looked), shown: looked.every(([{ shown }]) => shown) };
}

/** Whether anybody but the street and the units at work may read it: what a person said counts, else the check. */
export function isPublic(appeal: Appeal): boolean {
  return appeal.check?.shown ?? verdictOfFirst(appeal) === 'pass';
}

/** Its texts have not all been checked. */
export function isUnchecked({ check }: Appeal): boolean {
  if (check === undefined) return false;
  return !check.text || Object.values(check.later ?? {}).some(({ text }) => !text);
}

/** Who has no part in it reads only what has passed. */
export const isOutside = (relation: Relation | undefined) => relation === 'grid' || relation === undefined;

/** Photos this relation sees: who has no part in the handling only those that have passed. */
export function photosFor(appeal: Appeal, relation: Relation): readonly string[] {
  const { check, photos } = appeal;
  if (check === undefined || !isOutside(relation) || check.shown === true) return photos;
  return photos.filter((id) => check.photos[id] === 'pass');
}

/** Whether whoever has no part in it may read what an event says. */
export function isShown({ check }: Appeal, seq: number): boolean {
  const piece = check?.later?.[seq];
  return !check || !piece || (piece.shown ?? verdictOfLater(check, piece) === 'pass');
}

/** The number of the event by which the reply that stands was let through. */
export function replyIn({ check }: Appeal): number {
  const replies = Object.entries(check?.later ?? {}).filter(([, { reply }]) => reply);
  return Math.max(0, ...replies.map(([seq]) => Number(seq)));
}

/** Photos and recordings it was submitted with. */
export function filesOf({
  photos,
  recordings = [],
}: Pick<Appeal, 'photos' | 'recordings'>): readonly string[] {
  return [...photos, ...recordings.map(({ id }) => id)];
}

function allFilesOf(appeal: Appeal): readonly string[] {
  return [...filesOf(appeal), ...Object.values(appeal.check?.later ?? {}).flatMap((piece) => piece.photos)];
}
