import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './supervision.ts';

/** A supervision is opened through its appeal; by itself it is answered and lifted. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('answer'), words: words('情况说明', 1000, 10) }),
    v.strictObject({ type: v.literal('lift'), words: words('解除理由', 200, 2) }),
  ],
  '不认识的操作',
);
