import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Command, Supervision } from './supervision.ts';

/** 督办的职责表. 潍坊 = 《潍坊市12345政务服务便民热线条例》，济南 = 《济南市12345市民服务热线条例》. */
export const moves: MoveTable<Supervision, Command['type']> = {
  open: { zh: '督办', by: ['system'], from: ['new'], article: '潍坊第二十六条、济南第二十八条' },
  answer: {
    zh: '说明情况',
    by: ['unitLeader'],
    from: ['open'],
    whose: ({ unit }, actor) => actor.unit === unit,
    article: '潍坊第二十六条',
  },
  lift: {
    zh: '解除督办',
    by: ['coordinator', 'streetLeader', 'secretary', 'supervisor'],
    from: ['open', 'answered'],
    whose: ({ high }, actor) => !high || isHigh(actor),
    final: true,
  },
  settle: { zh: '督办事由消除', by: ['system'], from: ['open', 'answered'] },
};

/** 领导、书记、督查员发起的，专班不能解除. */
export function isHigh({ roles }: Actor): boolean {
  return roles.includes('streetLeader') || roles.includes('secretary') || roles.includes('supervisor');
}
