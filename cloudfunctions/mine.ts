import { type Account, accountOf } from '../domain/account/account.ts';
import { nameless } from '../domain/appeal/chapters/forgetting.ts';
import type { Actor } from '../domain/kernel/process.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import type { Cloud } from './cloud.ts';
import { commit, type StateDoc } from './commit.ts';
import { system } from './history.ts';
import type { EventDoc } from './outbox.ts';
import { bindPhone } from './people.ts';
import { WeChatFault } from './wechat/port.ts';

/**
 * The phone WeChat vouches for: kept as this person's, and whoever waits on the roster under it is this person from
 * now on. The same code again gives the same answer. Throws a Refusal where WeChat does not know the code.
 */
export async function provePhone(
  cloud: Cloud,
  actor: Actor,
  code: string,
): Promise<{ readonly phone: string }> {
  const ask = cloud.weChat?.phone;
  if (!ask) throw new Refusal('no-phone', '这里不能用微信取手机号，请自己填写');
  const { number: phone } = await ask(code, actor.id).catch((error) => {
    if (error instanceof WeChatFault && error.fate === 'final')
      throw new Refusal('phone-code', '没有取到手机号，请再点一次，或者自己填写');
    throw error;
  });
  await bindPhone(cloud, actor.id, phone);
  const command = { type: 'verify', phone };
  const id = accountOf(actor.id);
  const office = { ...actor, roles: ['system'] as const };
  await commit(cloud, { process: 'account', id, command, commandId: '', actor: office });
  return { phone };
}

export async function accountOfPerson(cloud: Cloud, person: string): Promise<Account | undefined> {
  const doc = await cloud.store.get<StateDoc>('account', accountOf(person));
  return doc?.state as Account | undefined;
}

const page = 100;

/**
 * Takes back what the office keeps of a person beside his appeals; of those that are over it hides name and phone.
 * Gives how many are still under way: they are hidden when he asks again after their end.
 */
export async function forgetMe(cloud: Cloud, actor: Actor): Promise<{ readonly open: number }> {
  let open = 0;
  for await (const { _id, state } of appealsOf(cloud, actor.id)) {
    if (await hide(cloud, _id)) await scrub(cloud, _id);
    else if (isOpen(state.status)) open += 1;
  }
  await removeAccount(cloud, accountOf(actor.id));
  await cloud.forget?.(actor.id);
  return { open };
}

const over: readonly string[] = ['closed', 'declined', 'transferred', 'withdrawn', 'merged'];
const isOpen = (status: string) => !over.includes(status);

async function* appealsOf(cloud: Cloud, owner: string): AsyncGenerator<StateDoc> {
  const orderBy = { field: 'at', direction: 'asc' } as const;
  let after: { value: number; id: string } | undefined;
  for (let more = true; more; ) {
    const query = { collection: 'appeal', where: { owner }, orderBy, limit: page, ...(after && { after }) };
    const docs = await cloud.store.find<StateDoc>(query);
    yield* docs;
    const last = docs.at(-1);
    if (last) after = { value: Number(last.at), id: last._id };
    more = docs.length === page;
  }
}

/** `false` for what is not over, and for what has no name to hide. */
async function hide(cloud: Cloud, id: string): Promise<boolean> {
  try {
    await commit(cloud, { process: 'appeal', id, command: { type: 'forget' }, commandId: '', actor: system });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

type Named = Parameters<typeof nameless>[0];

/** The first event says who it was; folded anew it gives the same state, for the last one hides it. */
async function scrub(cloud: Cloud, id: string): Promise<void> {
  await cloud.store.transact(async (tx) => {
    const doc = await tx.get<EventDoc>('event', `appeal.${id}.1`);
    if (!doc) return;
    const fact = doc.event.fact as EventDoc['event']['fact'] & { contact?: Named; onBehalfOf?: Named };
    const { contact: _contact, onBehalfOf, ...rest } = fact;
    const hidden = onBehalfOf ? { ...rest, onBehalfOf: nameless(onBehalfOf) } : rest;
    await tx.put('event', { ...doc, event: { ...doc.event, fact: hidden } });
  });
}

async function removeAccount(cloud: Cloud, id: string): Promise<void> {
  const stream = `account.${id}`;
  const orderBy = { field: 'seq', direction: 'asc' } as const;
  for (let more = true; more; ) {
    const events = await cloud.store.find({ collection: 'event', where: { stream }, orderBy, limit: page });
    await cloud.store.transact(async (tx) => {
      await tx.remove('account', id);
      for (const { _id } of events) await tx.remove('event', _id);
    });
    more = events.length === page;
  }
}
