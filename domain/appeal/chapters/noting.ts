import type { MoveTable } from '../../kernel/moves.ts';
import { isCounted, type Note, withNews } from '../../task/news.ts';
import { isLower } from '../../topic/steps.ts';
import type { Appeal } from '../appeal.ts';
import type { Decisions, Lines, Memory } from '../chapter.ts';
import { withHand } from '../follow-up.ts';
import { hasLead, inHands, stepOf } from '../tasks.ts';
import { type Climbed, toStreet } from './climbing.ts';
import { type Consulted, consulted } from './consulting.ts';
import { type Resumed, resumed } from './holding.ts';

/** 任务进展：单位办到哪一步，诉求就知道；晚到的旧消息不盖过新的（条例第十五条）. */
interface TaskNote extends Note {
  readonly type: 'note';
}
export type Command = TaskNote;

interface Noted extends Note {
  readonly type: 'noted';
}
export type Fact = Noted;

export const moves: MoveTable<Appeal, Command['type']> = {
  note: {
    zh: '任务进展',
    by: ['system'],
    from: [
      ...['accepted', 'consulting', 'dispatched', 'inProgress', 'onHold', 'replied', 'awaitingRating'],
      ...['reworking', 'closed', 'withdrawn', 'transferred', 'merged'],
    ],
  },
};

export const decide: Decisions<Command, Fact | Consulted | Climbed | Resumed> = {
  /** 首接负责：主办的任务撤了，就回到会商，重新确定由谁办（条例第十四条）；从网格收回的，街道派单. */
  note(appeal, news, context) {
    const noted: Fact = { ...news, type: 'noted' };
    const held = appeal.status === 'onHold';
    if (!(held || inHands(appeal)) || hasLead(withNews(appeal.tasks, news))) return [noted];
    const words = '主办单位的任务已撤销';
    const lower = isLower(stepOf(appeal));
    return [
      noted,
      ...(held ? [resumed(appeal, words, context)] : []),
      lower
        ? toStreet(appeal, { reason: 'manual', words: '街道收回' }, context)
        : consulted(appeal, words, context),
    ];
  },
};

export const evolve: Memory<Fact> = {
  noted(appeal, { by, fact }) {
    const hands = fact.status === 'released' ? appeal.hands : withHand(appeal, by);
    const tasks = withNews(appeal.tasks, fact);
    const begun = tasks.some((each) => isCounted(each) && each.status !== 'pending');
    return appeal.status === 'dispatched' && begun
      ? { tasks, hands, status: 'inProgress' }
      : { tasks, hands };
  },
};

export const line: Lines<Fact> = { noted: () => undefined };
