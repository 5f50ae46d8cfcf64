import * as v from 'valibot';
import { words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Appeal, Channel } from '../appeal.ts';
import { transferArticle } from '../articles.ts';
import { channels } from '../channels.ts';
import { type Decisions, type Errands, type Lines, type Memory, type Notices, toOwner } from '../chapter.ts';
import { release } from '../tasks.ts';
import { channel as channelWord } from '../words.ts';

/** 移送：紧急的、应走别的程序的，告诉居民找谁，记录留着（条例第十一条第（一）（二）项）. */
interface Transfer {
  readonly type: 'transfer';
  readonly channel: Channel;
  readonly words: string;
}
export type Command = Transfer;

interface Transferred extends Omit<Transfer, 'type'> {
  readonly type: 'transferred';
  readonly basis: string;
}
export type Fact = Transferred;

export const moves: MoveTable<Appeal, Command['type']> = {
  transfer: {
    zh: '移送',
    by: ['coordinator'],
    from: ['submitted', 'needsInfo', 'accepted', 'consulting'],
    article: '条例第十一条第（一）（二）项',
    final: true,
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('transfer'),
    channel: v.picklist(channels, '请选择移送给谁'),
    words: words('说明', 500, 4),
  }),
] as const;

export const decide: Decisions<Command, Fact> = {
  transfer: (_, { channel, words }) => [
    { type: 'transferred', channel, words, basis: transferArticle(channel) },
  ],
};

export const evolve: Memory<Fact> = {
  transferred: (_, { at, fact: { channel, words } }) => ({
    status: 'transferred',
    end: { reason: 'transferred', channel, words, at },
  }),
};

export const errands: Errands<Fact> = { transferred: (appeal) => release(appeal, '诉求已移送') };

export const notices: Notices<Fact> = { transferred: toOwner };

export const line: Lines<Fact> = {
  transferred: ({ fact }) => ({
    zh: `移送：${channelWord[fact.channel].zh}`,
    words: `${fact.words}（${fact.basis}）`,
  }),
};
