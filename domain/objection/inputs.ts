import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './objection.ts';

/** An objection is raised through its task; here it is decided. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('uphold'), words: words('成立的理由', 500, 4) }),
    v.strictObject({ type: v.literal('overrule'), words: words('不成立的理由', 500, 4) }),
  ],
  '不认识的操作',
);
