import type { Context } from '../kernel/process.ts';
import { isHand } from '../office/hands.ts';
import type { Appeal, Relation } from './appeal.ts';
import { isOpen } from './tasks.ts';
import { isRecused } from './who.ts';

const desk = ['coordinator', 'streetLeader'] as const;
/** 看得到办得怎么样，看不到是谁. */
const watching = ['secretary', 'supervisor'] as const;

/** 回访员看得见答复过的，好打电话；督查员看得见办得怎样，看不见是谁提的. */
export function relationOf(appeal: Appeal, { actor }: Context): Relation | undefined {
  if (actor.id === appeal.owner) return 'owner';
  if (isRecused(appeal, actor)) return undefined;
  if (desk.some((role) => actor.roles.includes(role))) return 'coordinator';
  if (appeal.followUp && actor.roles.includes('followUpClerk')) return 'coordinator';
  if (watching.some((role) => actor.roles.includes(role))) return 'supervisor';
  const accused = appeal.accused !== undefined && appeal.accused === actor.unit;
  if (appeal.tasks.some((task) => isHand(actor, task.unit) && isOpen(task)))
    return accused ? 'accused' : 'unit';
  if (!accused && appeal.place?.grid && isHand(actor, appeal.place.grid)) return 'grid';
  return undefined;
}

/** Who may read what the office says among itself. */
export function isInner(relation: Relation | undefined): boolean {
  return relation === 'coordinator' || relation === 'supervisor' || relation === 'unit';
}
