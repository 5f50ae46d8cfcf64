import { type Account, accountOf } from '../domain/account/account.ts';
import type { Appeal } from '../domain/appeal/appeal.ts';
import type { Actor } from '../domain/kernel/process.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import type { Cloud } from './cloud.ts';
import { commit, type StateDoc } from './commit.ts';
import { all, efface, forgetTraces } from './forgetting.ts';
import { system } from './history.ts';
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

/**
 * Takes back what the office keeps of a person beside his appeals; those that are over stay as a record that says
 * nothing of whose they were. Gives how many are still under way: they follow when he asks again after their end.
 */
export async function forgetMe(cloud: Cloud, actor: Actor): Promise<{ readonly open: number }> {
  let open = 0;
  const spoken = new Set<string>();
  for await (const { _id, state } of all<StateDoc>(cloud.store, 'appeal', { owner: actor.id }, 'at')) {
    if (!over.includes(state.status)) {
      open += 1;
      for (const { id } of (state as unknown as Appeal).recordings ?? []) spoken.add(id);
    } else {
      await hide(cloud, _id);
      await efface(cloud, _id, actor.id);
    }
  }
  await forgetTraces(cloud, actor.id, spoken);
  await removeAccount(cloud, accountOf(actor.id));
  await cloud.forget?.(actor.id);
  return { open };
}

const over: readonly string[] = ['closed', 'declined', 'transferred', 'withdrawn'];

/** Does nothing to what has no name to hide. */
async function hide(cloud: Cloud, id: string): Promise<void> {
  try {
    await commit(cloud, { process: 'appeal', id, command: { type: 'forget' }, commandId: '', actor: system });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const page = 100;

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
