import type { MoveTable } from '../kernel/moves.ts';
import type { Command, Sign } from './sign.ts';

const from = ['new', 'patrolled', 'tabled', 'dismissed'];
const article = '条例第二十四条、第二十五条';

/** 苗头的职责表：未诉先办，看得见就要有个说法. */
export const moves: MoveTable<Sign, Command['type']> = {
  patrol: { zh: '派单巡查', by: ['coordinator'], from, article },
  table: { zh: '提周例会', by: ['coordinator'], from, article },
  dismiss: { zh: '不作处理', by: ['coordinator'], from, article },
};
