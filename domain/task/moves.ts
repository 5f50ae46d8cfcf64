import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import { grassroots, isHand, workers } from '../office/hands.ts';
import * as leave from './leave.ts';
import type { Command, Task } from './task.ts';

/** 任务的职责表. 条例 = 《北京市接诉即办工作条例》. */
export const moves: MoveTable<Task, Command['type']> = {
  assign: { zh: '交办', by: ['system'], from: ['new'], article: '条例第十二条、第十三条' },
  acknowledge: {
    zh: '签收',
    by: [...workers, 'partner'],
    from: ['pending'],
    whose: forUnit,
    article: '条例第十四条',
  },
  setOut: {
    zh: '出发',
    by: workers,
    from: ['acknowledged'],
    whose: forUnit,
    when: isWhistled,
  },
  reportIn: {
    zh: '报到',
    by: [...workers, 'partner'],
    from: ['acknowledged', 'onTheWay'],
    whose: forUnit,
    when: isWhistled,
    article: '条例第十六条',
  },
  vouch: {
    zh: '确认到场',
    by: ['coordinator'],
    from: ['acknowledged', 'onTheWay'],
    whose: ({ unit }, actor) => actor.unit !== unit,
    when: ({ codesLeft }) => codesLeft === 0,
    article: '条例第十六条',
  },
  contact: {
    zh: '联系居民',
    by: workers,
    from: ['acknowledged', 'onTheWay', 'reportedIn', 'handling'],
    whose: forUnit,
    article: '条例第十五条',
  },
  work: {
    zh: '记录办理',
    by: workers,
    from: ['acknowledged', 'reportedIn', 'handling'],
    whose: forUnit,
    when: isPresent,
    article: '条例第十五条',
  },
  submit: {
    zh: '提交结果',
    by: workers,
    from: ['handling'],
    whose: (task, actor) => forUnit(task, actor) && mayHandIn(task, actor),
    article: '条例第十五条',
  },
  interim: {
    zh: '阶段性报告',
    by: workers,
    from: ['acknowledged', 'onTheWay', 'reportedIn', 'handling'],
    whose: forUnit,
    when: mayReport,
    article: '条例第十四条',
  },
  done: {
    zh: '协助完毕',
    by: ['partner'],
    from: ['acknowledged', 'reportedIn'],
    whose: forUnit,
    final: true,
  },
  recuse: {
    zh: '回避',
    by: workers,
    from: ['pending', 'acknowledged', 'onTheWay', 'reportedIn', 'handling'],
    whose: forUnit,
    final: true,
    article: '济南市 12345 条例第三十二条',
  },
  passUp: {
    zh: '上交一级',
    by: grassroots,
    from: ['pending', 'acknowledged', 'handling'],
    whose: forUnit,
    when: ({ step }) => step !== undefined,
  },
  answer: { zh: '已答复居民', by: ['system'], from: ['submitted'], article: '条例第十四条' },
  accept: { zh: '审核通过', by: ['system'], from: ['submitted'] },
  return: { zh: '退回补办', by: ['system'], from: ['submitted', 'accepted'] },
  redo: {
    zh: '重办',
    by: ['system'],
    from: ['submitted', 'accepted'],
    article: '济南市 12345 条例第二十七条',
  },
  ...leave.moves,
  rebrief: {
    zh: '改任务单',
    by: ['system'],
    from: [
      ...['pending', 'acknowledged', 'onTheWay', 'reportedIn', 'handling', 'submitted', 'accepted'],
      'informed',
    ],
  },
  release: {
    zh: '撤销任务',
    by: ['coordinator', 'system'],
    from: ['pending', 'acknowledged', 'onTheWay', 'reportedIn', 'handling', 'submitted', 'informed'],
    final: true,
  },
};

/** 本单位的人；自己请求回避的除外. */
function forUnit(task: Task, actor: Actor): boolean {
  return isHand(actor, task.unit) && !task.recused.includes(actor.id);
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

/** 协办一时交不出结果的，给主办阶段性报告；应急现场，到了就报. */
function mayReport(task: Task): boolean {
  return task.theme === 'emergency' ? isPresent(task) : task.role === 'assist';
}
