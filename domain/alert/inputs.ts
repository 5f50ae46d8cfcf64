import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './alert.ts';

export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('open'),
      kind: v.picklist(['flood', 'snow', 'quake', 'fire', 'epidemic', 'other'], '请选择险情'),
      words: words('情况说明', 500, 4),
    }),
    v.strictObject({ type: v.literal('close'), summary: words('处置小结', 1000, 10) }),
  ],
  '不认识的操作',
);
