import { type Account, accountOf } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { importanceOf, tellsAnything } from '../../domain/office/messages.ts';
import type { Office } from '../../domain/office/office.ts';
import { afterQuiet } from '../../domain/time/quiet.ts';
import type { Cloud } from '../cloud.ts';
import { commit, type StateDoc } from '../commit.ts';
import { system } from '../history.ts';
import { lease } from '../outbox.ts';
import { WeChatFault } from '../wechat/port.ts';
import { messageOf, type Seen, seenBy } from './message.ts';
import { purposeOf, readersOf } from './people.ts';
import type { InboxDoc } from './telling.ts';

/** Looked at in one round: the most important of them first. */
const page = 500;
const mostTells = 8;
const minute = 60_000;

interface Round {
  readonly cloud: Cloud;
  readonly office: Office;
  readonly send: NonNullable<NonNullable<Cloud['weChat']>['send']>;
  readonly readers: ReturnType<typeof readersOf>;
}

/** What became of one notice: it is done with, or it is to be told at this moment. Epoch ms. */
type Outcome = number | null;

/**
 * Tells by WeChat what has come into the inboxes: the most important first, each person once, never without a
 * consent left. Never fails a command and loses nothing: the inbox has it all. Gives how many messages went out.
 */
export async function tell(cloud: Cloud, end: number): Promise<number> {
  const office = await cloud.office();
  const send = cloud.weChat?.send;
  if (!send || !tellsAnything(office.rules.messages)) return 0;
  const round: Round = { cloud, office, send, readers: readersOf(cloud) };
  let sent = 0;
  for (const item of await dueItems(round)) {
    if (Date.now() >= end) break;
    const told = await tellItem(round, item).catch((error) => {
      cloud.log({ commandId: item._id, error });
      return { sent: 0, stop: false };
    });
    sent += told.sent;
    if (told.stop) break;
  }
  return sent;
}

async function dueItems({ cloud, office }: Round): Promise<InboxDoc[]> {
  const items = await cloud.store.find<InboxDoc>({
    collection: 'inbox',
    where: { tellAt: { lte: cloud.now() } },
    orderBy: { field: 'tellAt', direction: 'asc' },
    limit: page,
  });
  const weight = ({ about }: InboxDoc) => importanceOf(office.rules.messages, about);
  return items.sort((one, other) => weight(other) - weight(one) || one.at - other.at);
}

async function tellItem(round: Round, due: InboxDoc): Promise<{ sent: number; stop: boolean }> {
  const item = await claim(round.cloud, due);
  if (!item) return { sent: 0, stop: false };
  let sent = 0;
  let next: Outcome = null;
  let stop = false;
  for (const actor of await round.readers(item.to)) {
    const told = await tellOne(round, item, actor);
    if (told === 'sent') sent += 1;
    else if (told !== 'none') {
      next = Math.min(next ?? told.at, told.at);
      stop ||= told.stop;
    }
    if (stop) break;
  }
  await settle(round.cloud, item, (item.tells ?? 0) < mostTells ? next : null);
  return { sent, stop };
}

type Told = 'sent' | 'none' | { readonly at: number; readonly stop: boolean };

/** A message is paid for before it goes, so that whoever dies in between has sent one too few, not one too many. */
async function tellOne(round: Round, item: InboxDoc, actor: Actor): Promise<Told> {
  const { cloud, office } = round;
  const { messages } = office.rules;
  const purpose = purposeOf(item.to);
  const template = messages.templates[purpose];
  if (!template || !(await hasCredit(cloud, actor, purpose))) return 'none';
  const seen = await seenBy(cloud, office, actor, item);
  if (!seen) return 'none';
  const at = isUrgent(seen, messages) ? cloud.now() : afterQuiet(cloud.now(), messages.quiet);
  if (at > cloud.now()) return { at, stop: false };
  const notice = `${item._id}.${item.at}`;
  const { about, at: since } = item;
  if (!(await orders(cloud, actor, { type: 'spend', purpose, notice, about, at: since }))) return 'none';
  try {
    await round.send(messageOf(item, template, actor, seen));
    return 'sent';
  } catch (error) {
    return failed(round, item, actor, error);
  }
}

/**
 * What WeChat said no to has not been sent: the consent is given back. Without an answer it may have been sent,
 * so it is not sent again. 43101: this person has no consent left, whatever we counted.
 */
async function failed(round: Round, item: InboxDoc, actor: Actor, error: unknown): Promise<Told> {
  const { cloud } = round;
  if (!(error instanceof WeChatFault)) throw error;
  if (error.code === 0) return 'none';
  const purpose = purposeOf(item.to);
  if (error.code === 43101) {
    await orders(cloud, actor, { type: 'void', purpose });
    return 'none';
  }
  await orders(cloud, actor, { type: 'refund', notice: `${item._id}.${item.at}` });
  if (error.fate !== 'final')
    return { at: cloud.now() + 2 ** (item.tells ?? 0) * minute, stop: error.fate === 'quota' };
  cloud.log({ commandId: item._id, error });
  return 'none';
}

async function hasCredit(cloud: Cloud, actor: Actor, purpose: 'progress' | 'work'): Promise<boolean> {
  const doc = await cloud.store.get<StateDoc>('account', accountOf(actor.id));
  const account = doc?.state as Account | undefined;
  return (account?.credits[purpose] ?? 0) > 0;
}

/** Whether the account took the order; what its rules refuse is no fault. */
async function orders(
  cloud: Cloud,
  { id }: Actor,
  command: { readonly type: string; readonly [key: string]: unknown },
): Promise<boolean> {
  try {
    await commit(cloud, { process: 'account', id: accountOf(id), command, commandId: '', actor: system });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function isUrgent({ theme, tier }: Seen, { urgent }: Office['rules']['messages']): boolean {
  return urgent.themes.includes(theme ?? '') || urgent.tiers.includes(tier ?? '');
}

/** Takes a notice nobody is telling just now; `undefined` when somebody else was faster. */
async function claim(cloud: Cloud, { _id }: InboxDoc): Promise<InboxDoc | undefined> {
  return cloud.store.transact(async (tx) => {
    const now = cloud.now();
    const item = await tx.get<InboxDoc>('inbox', _id);
    if (!item || (item.tellAt ?? Number.POSITIVE_INFINITY) > now) return undefined;
    const taken = { ...item, tellAt: now + lease, tells: (item.tells ?? 0) + 1 };
    await tx.put('inbox', taken);
    return taken;
  });
}

/** Unless it has been told anew meanwhile. */
async function settle(cloud: Cloud, { _id, at }: InboxDoc, tellAt: Outcome): Promise<void> {
  await cloud.store.transact(async (tx) => {
    const item = await tx.get<InboxDoc>('inbox', _id);
    if (item && item.at === at) await tx.put('inbox', { ...item, tellAt });
  });
}
