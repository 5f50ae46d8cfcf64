import type { MoveTable } from '../kernel/moves.ts';
import type { Actor, Role } from '../kernel/process.ts';
import { isHand } from '../office/hands.ts';
import type { Appeal } from './appeal.ts';
import { isOpen } from './tasks.ts';

/** Who speaks as a resident, for himself or for somebody else. */
export const residents: readonly Role[] = ['resident', 'householdLead', 'gridWorker', 'communityClerk'];

export function isOwner(appeal: Appeal, actor: Actor): boolean {
  return appeal.owner === actor.id;
}

/** 采办分离：谁提的、谁采的，谁就不办、不审、不结. */
export function isAnothers(appeal: Appeal, actor: Actor): boolean {
  return !isOwner(appeal, actor);
}

/** 再次办理的，由主办单位负责人亲自办、亲自答复. */
export function mayAnswer({ byLeader }: Appeal, { roles }: Actor): boolean {
  return !byLeader || roles.includes('unitLeader');
}

/** 主办单位的人；请求回避的除外. */
export function isLead({ tasks }: Appeal, actor: Actor): boolean {
  return tasks.some(
    (task) =>
      task.role === 'lead' && isHand(actor, task.unit) && isOpen(task) && !task.recused?.includes(actor.id),
  );
}

/** 回避的人，除了他自己的诉求，什么也不能做. */
export function unlessRecused<Type extends string>(table: MoveTable<Appeal, Type>): MoveTable<Appeal, Type> {
  const rows = Object.entries<MoveTable<Appeal, Type>[Type]>(table).map(([type, move]) => {
    const { whose = () => true } = move;
    const mine = (appeal: Appeal, actor: Actor) => !isRecused(appeal, actor) && whose(appeal, actor);
    return [type, { ...move, whose: mine }];
  });
  return Object.fromEntries(rows);
}

export function isRecused(appeal: Appeal, actor: Actor): boolean {
  return appeal.recused.includes(actor.id) && !isOwner(appeal, actor);
}
