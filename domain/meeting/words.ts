import type { Word, Words } from '../kernel/word.ts';
import type { Status } from './meeting.ts';

export const meetingStatus: Words<Status> = {
  convened: { zh: '已召集' },
  held: { zh: '已开完' },
  cancelled: { zh: '已取消' },
};

export const meetingNotice: Readonly<Record<string, Word>> = {
  'meeting.convened': { zh: '要开会研究议题' },
  'meeting.cancelled': { zh: '会议取消了' },
};
