import * as v from 'valibot';
import { photos, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import { must } from '../../kernel/refusal.ts';
import { workers } from '../../office/hands.ts';
import { type Clock, startClock } from '../../time/clock.ts';
import type { Appeal, Solved } from '../appeal.ts';
import {
  type Decisions,
  type Errands,
  type Lines,
  type Memory,
  type Notices,
  toDesk,
  toOwner,
} from '../chapter.ts';
import { followUpOf, withHand } from '../follow-up.ts';
import { allSubmitted, hasLead, leadAtWork, leadOf, toTasks } from '../tasks.ts';
import { isAnothers, isLead, mayAnswer } from '../who.ts';
import { type Consulted, consulted } from './consulting.ts';

/** 答复与审核：主办答复，街道审核后才给居民（条例第十五条、第二十三条）. */
interface Reply {
  readonly type: 'reply';
  readonly text: string;
  readonly outcome: Solved;
  readonly photos: readonly string[];
}
interface Review {
  readonly type: 'review';
  readonly pass: boolean;
  readonly words?: string | undefined;
}
export type Command = Reply | Review;

interface Replied extends Omit<Reply, 'type'> {
  readonly type: 'replied';
  readonly unit: string;
  readonly review: Clock;
}
interface Passed {
  readonly type: 'passed';
  readonly text: string;
  readonly photos: readonly string[];
}
interface Returned {
  readonly type: 'returned';
  readonly words: string;
}
export type Fact = Replied | Passed | Returned;

export const moves: MoveTable<Appeal, Command['type']> = {
  reply: {
    zh: '答复居民',
    by: workers,
    from: ['inProgress', 'reworking'],
    whose: (appeal, actor) => isLead(appeal, actor) && isAnothers(appeal, actor) && mayAnswer(appeal, actor),
    when: allSubmitted,
    article: '条例第十五条',
  },
  review: {
    zh: '审核',
    by: ['coordinator'],
    from: ['replied'],
    whose: (appeal, actor) => isAnothers(appeal, actor) && appeal.repliedBy !== actor.id,
    article: '济南市 12345 条例第二十七条',
  },
};

export const solved = v.picklist(['solved', 'partly', 'unsolved'], '请选择是否解决');

export const inputs = [
  v.strictObject({ type: v.literal('reply'), text: words('答复', 2000, 1), outcome: solved, photos }),
  v.strictObject({
    type: v.literal('review'),
    pass: v.boolean('请选择通过或退回'),
    words: v.optional(words('审核意见', 500)),
  }),
] as const;

export const decide: Decisions<Command, Fact | Consulted> = {
  reply({ tasks }, command, { now, office }) {
    const least = office.rules.replyLength;
    must(
      command.text.length >= least,
      'reply-too-short',
      `答复至少写 ${least} 字，说清办了什么、结果如何`,
      '条例第十五条',
    );
    const review = startClock(now, office.rules.review, office.calendar);
    return [{ ...command, type: 'replied', unit: leadOf(tasks)?.unit ?? '', review }];
  },
  review(appeal, { pass, words }, context) {
    const { reply } = appeal;
    if (pass) return [{ type: 'passed', text: reply?.text ?? '', photos: reply?.photos ?? [] }];
    must(words, 'say-why', '退回时请写明要补办什么');
    return [hasLead(appeal.tasks) ? { type: 'returned', words } : consulted(appeal, words, context)];
  },
};

export const evolve: Memory<Fact> = {
  replied(appeal, { at, by, fact: { text, outcome, photos, unit, review } }) {
    return {
      status: 'replied',
      repliedBy: by.id,
      hands: withHand(appeal, by),
      rating: undefined,
      reply: { text, outcome, photos, unit, at, passed: false },
      clocks: { ...appeal.clocks, review },
    };
  },
  passed(appeal, { by }) {
    const { tasks, reply } = appeal;
    return {
      followUp: followUpOf(appeal),
      hands: withHand(appeal, by),
      status: 'awaitingRating',
      tasks: tasks.map((task) => (task.status === 'submitted' ? { ...task, status: 'accepted' } : task)),
      ...(reply && { reply: { ...reply, passed: true } }),
    };
  },
  returned: (appeal) => ({
    status: appeal.round > 0 ? 'reworking' : 'inProgress',
    tasks: leadAtWork(appeal),
  }),
};

export const errands: Errands<Fact> = {
  replied: (appeal) => toTasks(appeal, { type: 'answer' }, 'lead'),
  passed: (appeal) => toTasks(appeal, { type: 'accept' }),
  returned: (appeal, { fact }) => toTasks(appeal, { type: 'return', words: fact.words }, 'lead'),
};

export const notices: Notices<Fact> = { replied: toDesk, passed: toOwner };

export const line: Lines<Fact> = {
  replied: ({ fact, inner }) =>
    inner ? { zh: '提交答复', words: fact.text, photos: fact.photos } : { zh: '已办理，街道正在审核' },
  passed: ({ fact, inner }) =>
    inner ? { zh: '审核通过' } : { zh: '答复', words: fact.text, photos: fact.photos },
  returned: ({ fact, inner }) => ({ zh: '退回补办', words: inner ? fact.words : undefined }),
};
