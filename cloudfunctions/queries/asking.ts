import type { Cursor, Page } from '../../domain/contract.ts';
import type { Actor, Context } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Cloud } from '../cloud.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { Where } from '../store.ts';

/** A question comes with who asks it. */
export interface Asking {
  readonly cloud: Cloud;
  readonly actor: Actor;
  readonly office: Office;
}

export const pageSize = 20;

export function contextOf({ cloud, actor, office }: Asking, id: string): Context {
  return { id, now: cloud.now(), actor, office };
}

/** Refuses as if the list were not there. */
export function mustBe({ actor }: Asking, ...roles: Actor['roles']): void {
  if (!roles.some((role) => actor.roles.includes(role))) throw new Refusal('not-found', '没有找到');
}

export interface List {
  readonly process: string;
  readonly where: Where;
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

/** One page of a list of states, each as the asker may see it. */
export async function pageOf<View>(
  asking: Asking,
  list: List,
  after: Cursor | undefined,
): Promise<Page<View>> {
  const { process: name, where, field, direction } = list;
  const orderBy = { field, direction };
  const query = { collection: name, where, orderBy, limit: pageSize, ...(after && { after }) };
  const docs = await asking.cloud.store.find<StateDoc>(query);
  const process = processOf(name);
  const views = docs.map((doc) => process.view(doc.state, contextOf(asking, doc._id)) as View | undefined);
  const last = docs.at(-1);
  const next = docs.length === pageSize && last && { value: last[field] as string | number, id: last._id };
  return { items: views.filter((view) => view !== undefined), ...(next && { next }) };
}
