import * as v from 'valibot';
import { id, words } from '../kernel/input.ts';
import { daySchema, matterSchema } from '../routing/catalogue.ts';
import type { Command } from './catalogue.ts';

/** What a coordinator may send about the catalogue; unknown keys are refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('revise'), row: matterSchema, words: words('调整原因', 200, 2) }),
    v.strictObject({
      type: v.literal('retire'),
      matter: id('事项'),
      until: daySchema,
      words: words('停用原因', 200, 2),
    }),
  ],
  '不认识的操作',
);
