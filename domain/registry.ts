import { account } from './account/index.ts';
import { appeal } from './appeal/index.ts';
import { task } from './task/index.ts';
import { whistle } from './whistle/index.ts';

/** Everything that lives. A new function of the office is one line here. */
export const registry = { appeal, task, whistle, account } as const;

export type ProcessName = keyof typeof registry;
