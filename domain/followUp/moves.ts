import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Command, FollowUp } from './followUp.ts';

/** 回访的职责表. 条例 = 《北京市接诉即办工作条例》. */
export const moves: MoveTable<FollowUp, Command['type']> = {
  open: { zh: '转回访', by: ['system'], from: ['new'], article: '条例第二十三条' },
  record: {
    zh: '记录回访',
    by: ['followUpClerk', 'coordinator'],
    from: ['open'],
    whose: isApart,
    article: '条例第二十三条',
  },
  attempt: {
    zh: '没有联系上',
    by: ['followUpClerk', 'coordinator'],
    from: ['open'],
    whose: isApart,
    article: '条例第二十三条',
  },
  settle: { zh: '不用回访', by: ['system'], from: ['open'] },
};

/** 采办分离：提的、采的、办的、审的，都不回访. */
function isApart({ apart }: FollowUp, actor: Actor): boolean {
  return !apart.includes(actor.id);
}
