import type { Actor } from '../kernel/process.ts';
import type { Appeal } from './appeal.ts';
import { isOpen } from './tasks.ts';

export function isOwner(appeal: Appeal, actor: Actor): boolean {
  return appeal.owner === actor.id;
}

/** 采办分离：谁提的、谁采的，谁就不办、不审、不结. */
export function isAnothers(appeal: Appeal, actor: Actor): boolean {
  return !isOwner(appeal, actor);
}

export function isLead({ tasks }: Appeal, actor: Actor): boolean {
  return tasks.some((task) => task.role === 'lead' && task.unit === actor.unit && isOpen(task));
}
