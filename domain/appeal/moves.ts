import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Appeal, Command } from './appeal.ts';

/** 诉求的职责表：谁，在什么状态下，可以做什么，依据哪一条. 条例 = 《北京市接诉即办工作条例》. */
export const moves: MoveTable<Appeal, Command['type']> = {
  submit: {
    zh: '提交诉求',
    by: ['resident', 'householdLead', 'gridWorker', 'communityClerk'],
    from: ['new'],
    article: '条例第八条',
  },
  accept: { zh: '受理', by: ['coordinator'], from: ['submitted'], article: '条例第十条' },
  dispatch: {
    zh: '派单',
    by: ['coordinator'],
    from: ['accepted', 'consulting'],
    article: '条例第十一条、第十二条',
  },
  whistle: { zh: '吹哨', by: ['coordinator'], from: ['accepted', 'consulting'], article: '条例第十六条' },
  decline: { zh: '不予受理', by: ['coordinator'], from: ['submitted'], article: '条例第十一条', final: true },
  note: {
    zh: '任务进展',
    by: ['system'],
    from: [
      'dispatched',
      'inProgress',
      'replied',
      'awaitingRating',
      'reworking',
      'consulting',
      'closed',
      'withdrawn',
    ],
  },
  recall: { zh: '撤哨回会商', by: ['system'], from: ['dispatched', 'inProgress', 'reworking'] },
  reply: {
    zh: '答复居民',
    by: ['handler', 'unitLeader'],
    from: ['inProgress', 'reworking'],
    whose: (appeal, actor) => isLead(appeal, actor) && isAnothers(appeal, actor),
    when: allSubmitted,
    article: '条例第十五条',
  },
  review: {
    zh: '审核',
    by: ['coordinator'],
    from: ['replied'],
    whose: (appeal, actor) => isAnothers(appeal, actor) && appeal.repliedBy !== actor.id,
    article: '条例第二十三条',
  },
  rate: {
    zh: '评价',
    by: ['resident', 'householdLead', 'gridWorker', 'communityClerk'],
    from: ['awaitingRating'],
    whose: isOwner,
    article: '条例第二十三条',
  },
  redo: {
    zh: '退回重办',
    by: ['coordinator'],
    from: ['awaitingRating'],
    whose: isAnothers,
    article: '条例第二十三条',
  },
  close: {
    zh: '结案',
    by: ['coordinator'],
    from: ['accepted', 'consulting', 'awaitingRating'],
    whose: isAnothers,
    final: true,
  },
  withdraw: {
    zh: '撤回',
    by: ['resident', 'householdLead', 'gridWorker', 'communityClerk'],
    from: ['submitted', 'accepted', 'consulting', 'dispatched', 'inProgress', 'reworking'],
    whose: isOwner,
    final: true,
  },
};

export function isOwner(appeal: Appeal, actor: Actor): boolean {
  return appeal.owner === actor.id;
}

/** 采办分离：谁提的、谁采的，谁就不办、不审、不结. */
function isAnothers(appeal: Appeal, actor: Actor): boolean {
  return !isOwner(appeal, actor);
}

export function isLead(appeal: Appeal, actor: Actor): boolean {
  return appeal.tasks.some(
    (task) => task.role === 'lead' && task.unit === actor.unit && task.status !== 'released',
  );
}

/** 从派单到答复，诉求在承办单位手里. */
export function inHands({ status }: Appeal): boolean {
  return status === 'dispatched' || status === 'inProgress' || status === 'reworking';
}

export function hasLead(tasks: Appeal['tasks']): boolean {
  return tasks.some((task) => task.role === 'lead' && task.status !== 'released');
}

/** 首接单位等协办单位都交出结果后才能答复. */
export function allSubmitted(appeal: Appeal): boolean {
  const open = appeal.tasks.filter((task) => task.status !== 'released');
  return open.length > 0 && open.every((task) => task.status === 'submitted' || task.status === 'accepted');
}
