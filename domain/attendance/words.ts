import type { Word, Words } from '../kernel/word.ts';
import type { Status } from './attendance.ts';

export const attendanceStatus: Words<Status> = {
  counted: { zh: '记过红灯' },
  named: { zh: '已点名' },
};

export const attendanceNotice: Readonly<Record<string, Word>> = {
  'attendance.named': { zh: '同一单位一再不按时报到，请负责人过问' },
};
