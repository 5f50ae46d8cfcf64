import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './topic.ts';

/** A topic that hangs on no appeal is raised by hand; what meetings decide comes through the meeting. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('raise'),
      agenda: v.picklist(['weekly', 'monthly', 'joint'], '请选择上哪个会'),
      reason: v.optional(v.literal('manual'), 'manual'),
      title: words('议题', 60, 4),
      words: v.optional(words('说明', 500)),
    }),
  ],
  '不认识的操作',
);
