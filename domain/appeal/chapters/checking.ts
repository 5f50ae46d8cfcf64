import * as v from 'valibot';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Event } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import type { Note } from '../../task/news.ts';
import type { Appeal, Checked, Later, Verdict } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import {
  allFilesOf,
  isFound,
  isMarked,
  pieceOf,
  unchecked,
  verdictOfFirst,
  verdictOfLater,
} from '../checked.ts';
import { always } from '../statuses.ts';

/**
 * 内容安全检查：只决定能不能给街道和承办单位以外的人看，从不耽误、更不丢弃一件诉求
 * （网络信息内容生态治理规定第十条；设计 §9）.
 */
interface Check {
  readonly type: 'check';
  readonly text?: Verdict | undefined;
  /** Whose text it is: that of an event, as it is named in {@link Checked}; else that of the appeal itself. */
  readonly event?: string | undefined;
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

function withText({ later = {} }: Checked, event: string, text: Verdict): Readonly<Record<string, Later>> {
  const piece = later[event];
  return piece ? { ...later, [event]: { ...piece, text } } : later;
}

/** Facts whose words others read, who have no part in it: the reply from when it is let through. */
const writing = [
  ...['supplemented', 'reopened', 'contested', 'urged', 'withdrawn', 'rated'],
  ...['passed', 'heard', 'held', 'resumed', 'extended', 'terminated', 'closed', 'declined', 'transferred'],
  'transcribed',
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

type Happened = Event<{ readonly type: string }>;

/** What an event says is to be checked, where the office has contents checked. */
export function written({ check }: Appeal, event: Happened): Partial<Appeal> {
  const piece = check && (sharedIn(event) ?? ownIn(event));
  return piece ? { check: { ...check, later: { ...check.later, ...piece } } } : {};
}

/** 单位给居民看的办理记录：由任务的消息带来. */
function sharedIn({ fact }: Happened): Checked['later'] {
  const { task, asOf, shared: photos } = fact as Partial<Note>;
  return photos && task && asOf ? { [pieceOf(task, asOf)]: { photos } } : undefined;
}

function ownIn({ seq, fact }: Happened): Checked['later'] {
  const { text, photos } = saidIn(fact);
  const silent = text === undefined && photos.length === 0;
  if (silent || !writing.includes(fact.type)) return undefined;
  const reply = fact.type === 'passed' || 'reply' in fact;
  return { [seq]: { photos, ...(text === undefined && { text: 'pass' }), ...(reply && { reply }) } };
}

export const line: Lines<Fact> = {
  checked: () => undefined,
  vetted: ({ fact, relation }) =>
    relation === 'coordinator' ? { zh: fact.show ? '核对内容：可以公开' : '核对内容：不公开' } : undefined,
};
