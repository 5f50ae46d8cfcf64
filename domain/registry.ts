import { account } from './account/index.ts';
import { appeal } from './appeal/index.ts';
import { objection } from './objection/index.ts';
import { request } from './request/index.ts';
import { task } from './task/index.ts';
import { whistle } from './whistle/index.ts';

/** Everything that lives. A new function of the office is one line here. */
export const registry = { appeal, task, whistle, request, objection, account } as const;

export type ProcessName = keyof typeof registry;
