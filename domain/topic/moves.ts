import type { MoveTable } from '../kernel/moves.ts';
import type { Command, Topic } from './topic.ts';

/** 议题的职责表. 挂在诉求上的，随诉求提交；不挂诉求的，专班和领导提出. */
export const moves: MoveTable<Topic, Command['type']> = {
  raise: {
    zh: '提出议题',
    by: ['coordinator', 'streetLeader', 'secretary', 'system'],
    from: ['new', 'open', 'assigned', 'closed', 'reported'],
    whose: () => false,
  },
  decide: { zh: '议定', by: ['system'], from: ['open'] },
  settle: { zh: '事由消除', by: ['system'], from: ['open'] },
};
