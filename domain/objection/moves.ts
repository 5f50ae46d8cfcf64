import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Command, Objection } from './objection.ts';

/** 派单异议的职责表. 条例 = 《北京市接诉即办工作条例》. */
export const moves: MoveTable<Objection, Command['type']> = {
  raise: { zh: '提出异议', by: ['system'], from: ['new'], article: '条例第十二条' },
  uphold: {
    zh: '异议成立',
    by: ['coordinator'],
    from: ['raised'],
    whose: isAnothers,
    article: '条例第十二条',
    final: true,
  },
  overrule: {
    zh: '异议不成立',
    by: ['coordinator', 'system'],
    from: ['raised'],
    whose: isAnothers,
    article: '条例第十二条',
    final: true,
  },
};

/** 自己单位的异议，自己不裁. */
function isAnothers({ unit, raisedBy }: Objection, actor: Actor): boolean {
  return actor.unit !== unit && actor.id !== raisedBy;
}
