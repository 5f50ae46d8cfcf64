import type { Actor } from '../domain/kernel/process.ts';
import type { Person } from '../domain/office/person.ts';
import type { Cloud } from './cloud.ts';
import type { Doc } from './store.ts';

type PersonDoc = Person & Doc;

/**
 * Who is calling, from the roster alone. Read at every call: who is taken off it is out with the next one.
 * Everybody is a resident; nobody is the office itself, whatever the roster says.
 */
export async function actorOf(cloud: Cloud, caller: string): Promise<Actor> {
  const person = await cloud.store.get<PersonDoc>('person', caller);
  const { unit, grids, acting } = person ?? {};
  const roles = (person?.roles ?? []).filter((role) => role !== 'resident' && role !== 'system');
  return {
    id: caller,
    roles: ['resident', ...roles, ...(acting ? (['unitLeader'] as const) : [])],
    ...(unit && { unit }),
    ...(grids && { grids }),
  };
}

export async function personOf(cloud: Cloud, caller: string): Promise<Person | undefined> {
  return cloud.store.get<PersonDoc>('person', caller);
}

/** Where somebody on the roster waits who has not proved his phone yet. */
export function pendingId(phone: string): string {
  return `phone-${phone}`;
}

/** Whoever proves a phone that waits on the roster is that person from now on. Does nothing for anybody else. */
export async function bindPhone(cloud: Cloud, caller: string, phone: string): Promise<void> {
  await cloud.store.transact(async (tx) => {
    const waiting = await tx.get<PersonDoc>('person', pendingId(phone));
    if (!waiting) return;
    await tx.remove('person', waiting._id);
    await tx.put('person', { ...waiting, _id: caller, id: caller });
  });
}
