import type { Actor, Context } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Cloud } from '../cloud.ts';

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
