import type { MoveTable } from '../kernel/moves.ts';
import type { Attendance, Command } from './attendance.ts';

/** 报到记录的职责表. */
export const moves: MoveTable<Attendance, Command['type']> = {
  redden: {
    zh: '记红灯',
    by: ['system'],
    from: ['new', 'counted', 'named'],
    article: '《北京市街道办事处条例》第四十四条',
  },
};
