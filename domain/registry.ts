import { account } from './account/index.ts';
import { alert } from './alert/index.ts';
import { appeal } from './appeal/index.ts';
import { attendance } from './attendance/index.ts';
import { catalogue } from './catalogue/index.ts';
import { followUp } from './followUp/index.ts';
import { meeting } from './meeting/index.ts';
import { objection } from './objection/index.ts';
import { request } from './request/index.ts';
import { sign } from './sign/index.ts';
import { supervision } from './supervision/index.ts';
import { task } from './task/index.ts';
import { topic } from './topic/index.ts';
import { whistle } from './whistle/index.ts';

/** Everything that lives. A new function of the office is one line here. */
export const registry = {
  ...{ appeal, task, whistle, request, objection, alert },
  ...{ followUp, supervision, topic, meeting, catalogue, sign, attendance, account },
} as const;

export type ProcessName = keyof typeof registry;
