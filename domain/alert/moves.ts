import type { MoveTable } from '../kernel/moves.ts';
import type { Alert, Command } from './alert.ts';

/** 应急状态的职责表. */
export const moves: MoveTable<Alert, Command['type']> = {
  open: { zh: '转入应急状态', by: ['streetLeader', 'secretary'], from: ['new'], final: true },
  join: { zh: '战时吹哨', by: ['system'], from: ['open'] },
  close: { zh: '解除应急状态', by: ['streetLeader', 'secretary'], from: ['open'], final: true },
};
