import { type TaskView, words } from '../../lib/domain';

/** 主办、协办；先交联户长、网格、社区的，是哪一级先办. */
export function roleOf({ role, step }: Pick<TaskView, 'role' | 'step'>): string {
  return step ? `${words.step[step].zh}先办` : words.taskRole[role].zh;
}
