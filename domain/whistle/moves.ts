import type { MoveTable } from '../kernel/moves.ts';
import type { Command, Whistle } from './whistle.ts';

/** 吹哨的职责表. 条例 = 《北京市接诉即办工作条例》. */
export const moves: MoveTable<Whistle, Command['type']> = {
  blow: { zh: '吹哨', by: ['system'], from: ['new'], article: '条例第十六条' },
  note: { zh: '部门进展', by: ['system'], from: ['mustering', 'working', 'delivered', 'cancelled'] },
  cancel: { zh: '撤哨', by: ['coordinator'], from: ['mustering', 'working'], final: true },
};
