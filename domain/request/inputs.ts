import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './request.ts';

/** A request is raised through its appeal; here it is signed, refused, taken back. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('endorse'), words: words('签署意见', 500, 2) }),
    v.strictObject({ type: v.literal('grant'), words: v.optional(words('批准意见', 500)) }),
    v.strictObject({ type: v.literal('refuse'), words: words('不批准的理由', 500, 4) }),
    v.strictObject({ type: v.literal('takeBack'), words: v.optional(words('收回的原因', 200)) }),
  ],
  '不认识的操作',
);
