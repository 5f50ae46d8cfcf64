import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Command, Task } from './task.ts';

/** 任务的职责表. 条例 = 《北京市接诉即办工作条例》. */
export const moves: MoveTable<Task, Command['type']> = {
  assign: { zh: '交办', by: ['system'], from: ['new'], article: '条例第十二条、第十三条' },
  acknowledge: {
    zh: '签收',
    by: ['handler', 'unitLeader'],
    from: ['pending'],
    whose: ownUnit,
    article: '条例第十四条',
  },
  setOut: {
    zh: '出发',
    by: ['handler', 'unitLeader'],
    from: ['acknowledged'],
    whose: ownUnit,
    when: isWhistled,
  },
  reportIn: {
    zh: '报到',
    by: ['handler', 'unitLeader'],
    from: ['acknowledged', 'onTheWay'],
    whose: ownUnit,
    when: isWhistled,
    article: '条例第十六条',
  },
  contact: {
    zh: '联系居民',
    by: ['handler', 'unitLeader'],
    from: ['acknowledged', 'onTheWay', 'reportedIn', 'handling'],
    whose: ownUnit,
    article: '条例第十五条',
  },
  work: {
    zh: '记录办理',
    by: ['handler', 'unitLeader'],
    from: ['acknowledged', 'reportedIn', 'handling'],
    whose: ownUnit,
    when: isPresent,
    article: '条例第十五条',
  },
  submit: {
    zh: '提交结果',
    by: ['handler', 'unitLeader'],
    from: ['handling'],
    whose: (task, actor) => ownUnit(task, actor) && mayHandIn(task, actor),
    article: '条例第十五条',
  },
  answer: { zh: '已答复居民', by: ['system'], from: ['submitted'], article: '条例第十四条' },
  accept: { zh: '审核通过', by: ['system'], from: ['submitted'] },
  return: { zh: '退回补办', by: ['system'], from: ['submitted', 'accepted'] },
  redo: { zh: '重办', by: ['system'], from: ['submitted', 'accepted'], article: '条例第二十三条' },
  release: {
    zh: '撤销任务',
    by: ['coordinator', 'system'],
    from: ['pending', 'acknowledged', 'onTheWay', 'reportedIn', 'handling', 'submitted'],
    final: true,
  },
};

function ownUnit(task: Task, actor: Actor): boolean {
  return actor.unit === task.unit;
}

/** 再次办理的，由主办单位负责人交（夏阳：单位主要领导亲自办）. */
function mayHandIn({ role, brief }: Task, { roles }: Actor): boolean {
  return role !== 'lead' || !brief.byLeader || roles.includes('unitLeader');
}

function isWhistled(task: Task): boolean {
  return task.whistle !== undefined;
}

/** 吹哨的任务，到场报到之后才有办理. */
function isPresent(task: Task): boolean {
  return task.whistle === undefined || task.reportedInAt !== undefined;
}
