import type { MoveTable } from '../kernel/moves.ts';
import type { Changes, Command } from './catalogue.ts';

/** 派单目录的职责表：实行动态调整（条例第十一条）. */
export const moves: MoveTable<Changes, Command['type']> = {
  revise: { zh: '调整目录', by: ['coordinator'], from: ['new', 'inForce'], article: '条例第十一条' },
  adopt: { zh: '导入目录', by: ['coordinator'], from: ['new', 'inForce'], article: '条例第十一条' },
  retire: {
    zh: '停用事项',
    by: ['coordinator'],
    from: ['new', 'inForce'],
    article: '条例第十一条',
    final: true,
  },
  automate: { zh: '自动派单', by: ['coordinator'], from: ['new', 'inForce'], article: '条例第十一条' },
};
