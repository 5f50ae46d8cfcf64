import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './whistle.ts';

/** A whistle is blown through its appeal; by itself it can only be called off. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [v.strictObject({ type: v.literal('cancel'), words: words('撤哨原因', 200, 2) })],
  '不认识的操作',
);
