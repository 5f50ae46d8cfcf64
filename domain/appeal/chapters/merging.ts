import * as v from 'valibot';
import { id, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal, Status } from '../appeal.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  toBoth,
  toOwner,
} from '../chapter.ts';
import { followUpOf } from '../follow-up.ts';
import { dismiss, hear, type News } from '../together.ts';
import { isAnothers } from '../who.ts';
import { appealStatus } from '../words.ts';

/**
 * 并案：同一件事有几个人反映，跟着一件一起办；各人的编号、身份、评价还是各人的（条例第十一条第（三）项）.
 * The follower knows its parent, the parent its followers; the parent tells them how it stands.
 */
interface Merge {
  readonly type: 'merge';
  readonly into: string;
}
interface Unmerge {
  readonly type: 'unmerge';
  readonly words: string;
}
interface Adopt {
  readonly type: 'adopt';
  readonly follower: string;
  readonly number: string;
  readonly owner: string;
}
interface Dismiss {
  readonly type: 'dismiss';
  readonly follower: string;
}
interface Hear extends News {
  readonly type: 'hear';
}
export type Command = Merge | Unmerge | Adopt | Dismiss | Hear;

interface Merged {
  readonly type: 'merged';
  readonly into: string;
}
interface Unmerged {
  readonly type: 'unmerged';
  readonly words: string;
  readonly parent: string;
  readonly to: 'submitted' | 'accepted';
  readonly clock: Clock;
}
export interface Adopted extends Omit<Adopt, 'type'> {
  readonly type: 'adopted';
}
interface Dismissed extends Omit<Dismiss, 'type'> {
  readonly type: 'dismissed';
}
interface Heard extends News {
  readonly type: 'heard';
}
export type Fact = Merged | Unmerged | Adopted | Dismissed | Heard;

export const moves: MoveTable<Appeal, Command['type']> = {
  merge: {
    zh: '并案',
    by: ['coordinator'],
    from: ['submitted', 'accepted', 'consulting'],
    whose: isAnothers,
    when: ({ followers }) => followers.length === 0,
    article: '条例第十一条第（三）项',
  },
  unmerge: { zh: '解除并案', by: ['coordinator', 'system'], from: ['merged'], whose: isAnothers },
  adopt: {
    zh: '接收并案',
    by: ['system'],
    from: [
      ...['needsInfo', 'submitted', 'accepted', 'consulting', 'dispatched', 'inProgress', 'replied'],
      ...['reworking', 'onHold'],
    ],
  },
  dismiss: {
    zh: '并案解除',
    by: ['system'],
    from: [
      ...['needsInfo', 'submitted', 'accepted', 'consulting', 'dispatched', 'inProgress', 'replied'],
      ...['awaitingRating', 'reworking', 'onHold', 'closed'],
    ],
  },
  hear: {
    zh: '并案进展',
    by: ['system'],
    from: ['merged', 'awaitingRating'],
    when: ({ parent }) => parent !== undefined,
  },
};

export const inputs = [
  v.strictObject({ type: v.literal('merge'), into: id('并入的诉求') }),
  v.strictObject({ type: v.literal('unmerge'), words: words('解除理由', 200, 4) }),
] as const;

export const decide: Decisions<Command, Fact> = {
  merge(appeal, { into }) {
    must(into !== appeal.id, 'itself', '不能并入它自己');
    return [{ type: 'merged', into }];
  },
  unmerge({ clocks, parent }, { words }, { now, office: { rules, calendar } }) {
    const to = clocks.finish ? 'accepted' : 'submitted';
    const term = to === 'accepted' ? rules.dispatch : rules.accept;
    return [
      { type: 'unmerged', words, parent: parent?.id ?? '', to, clock: startClock(now, term, calendar) },
    ];
  },
  adopt: (_, command) => [{ ...command, type: 'adopted' }],
  dismiss: ({ followers }, { follower }) =>
    followers.some((each) => each.id === follower) ? [{ type: 'dismissed', follower }] : [],
  hear(appeal, { type: _, ...news }) {
    const { parent, status, reply } = appeal;
    if (parent?.id !== news.parent || parent.asOf >= news.asOf) return [];
    const known = reply !== undefined && reply.at === news.reply?.at;
    if (known && status === 'awaitingRating' && answered.includes(news.status)) return [];
    return [{ type: 'heard', ...news, ...(known && { reply: undefined }) }];
  },
};

export const evolve: Memory<Fact> = {
  merged: (_, { fact: { into } }) => ({ status: 'merged', parent: { id: into, asOf: 0 } }),
  unmerged: ({ clocks }, { fact: { to, clock } }) => ({
    status: to,
    parent: undefined,
    clocks: { ...clocks, [to === 'accepted' ? 'dispatch' : 'accept']: clock },
  }),
  adopted: ({ followers }, { fact: { follower, number, owner } }) => ({
    followers: [...followers.filter(({ id }) => id !== follower), { id: follower, number, owner }],
  }),
  dismissed: ({ followers }, { fact: { follower } }) => ({
    followers: followers.filter(({ id }) => id !== follower),
  }),
  heard: (appeal, { fact }) => ({ ...parentFrom(fact), ...after(appeal, fact) }),
};

function parentFrom({ parent: id, number, status, asOf }: News): Pick<Appeal, 'parent'> {
  return { parent: { id, number, status, asOf } };
}

const answered: readonly Status[] = ['awaitingRating', 'closed'];
const ended: readonly Status[] = ['closed', 'declined', 'transferred'];

/** The same reply for each, and to each his own rating; an end without a reply ends it for all. */
function after(appeal: Appeal, news: News): Partial<Appeal> {
  const { status, reply, end } = news;
  if (reply && answered.includes(status)) {
    if (appeal.status === 'awaitingRating') return { reply };
    const followUp = followUpOf({ ...appeal, ...parentFrom(news) });
    return { status: 'awaitingRating', reply, rating: undefined, followUp };
  }
  if (end && ended.includes(status)) return { status, end };
  return { status: 'merged' };
}

export const errands: Errands<Fact> = {
  merged: ({ id: follower, number, owner }, { fact: { into: id } }) => [
    { process: 'appeal', id, command: { type: 'adopt', follower, number, owner }, together: 'must' },
  ],
  unmerged: (appeal, { fact: { parent } }) => dismiss(appeal, parent),
  adopted: (appeal, { seq, fact: { follower } }) => [hear(appeal, seq, follower)],
};

export const notices: Notices<Fact> = {
  merged: toOwner,
  unmerged: toBoth,
  heard: (appeal) => (appeal.status === 'merged' ? [] : toOwner(appeal)),
};

export const line: Lines<Fact> = {
  merged: () => ({ zh: '与同一件事的诉求一起办理' }),
  unmerged: ({ fact, inner }) => ({ zh: '解除并案，单独办理', words: inner ? fact.words : undefined }),
  adopted: ({ fact, relation }) => ({
    zh: relation === 'coordinator' ? `并入 ${fact.number}` : '又有人反映同一件事，一起办理',
  }),
  dismissed: () => undefined,
  heard: ({ fact: { status, reply } }) =>
    reply && answered.includes(status)
      ? { zh: '答复', words: reply.text, photos: reply.photos }
      : { zh: `一起办理的诉求：${appealStatus[status].zh}` },
};
