import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must, Refusal } from '../kernel/refusal.ts';
import { importanceOf } from '../office/messages.ts';
import { type Account, accountOf, type Command, type Fact } from './account.ts';
import { moves } from './moves.ts';

const hour = 3_600_000;

export function decide(account: Account | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, account, context.actor);
  if (command.type === 'read') return read(account, command.upTo, context);
  if (command.type === 'consent') return [{ ...command, type: 'consented', ...own(context) }];
  if (command.type === 'verify') return [{ ...command, type: 'verified', ...own(context) }];
  if (command.type === 'correct') return [{ ...command, type: 'corrected', ...own(context) }];
  if (account === undefined) throw new Refusal('not-found', '没有找到');
  switch (command.type) {
    case 'spend':
      return [spent(account, command, context)];
    case 'refund':
      return account.told.some(({ notice }) => notice === command.notice)
        ? [{ ...command, type: 'refunded' }]
        : [];
    case 'void':
      return [{ ...command, type: 'voided' }];
  }
}

/** An account is made by its owner and nobody else. */
function own({ id, actor }: Context): object {
  must(id === accountOf(actor.id), 'not-found', '没有找到');
  return {};
}

function read(account: Account | undefined, upTo: number, context: Context): Fact[] {
  own(context);
  const until = Math.min(upTo, context.now);
  return until > (account?.readAt ?? 0) ? [{ type: 'read', upTo: until }] : [];
}

/**
 * 订阅消息一次同意只发一条（微信公众平台订阅消息规则）：没有次数不发；次数不多时，留给更要紧的；
 * 看过的、过时的、发过的不发.
 */
function spent(account: Account, command: Extract<Command, { type: 'spend' }>, context: Context): Fact {
  const { messages } = context.office.rules;
  const { purpose, notice, about, at } = command;
  const importance = importanceOf(messages, about);
  must(importance > 0, 'not-told', '这种消息不用微信提醒');
  must(!account.told.some((each) => each.notice === notice), 'told', '已经提醒过');
  must(at > account.readAt, 'read', '已经看过');
  must(context.now - at <= messages.freshHours * hour, 'stale', '已经过时');
  const left = account.credits[purpose] ?? 0;
  must(left > messages.kept[importance], 'no-credit', '没有可用的提醒次数');
  return { type: 'spent', purpose, notice };
}
