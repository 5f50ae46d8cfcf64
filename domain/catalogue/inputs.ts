import * as v from 'valibot';
import { id, words } from '../kernel/input.ts';
import { areasSchema, daySchema, matterSchema } from '../routing/catalogue.ts';
import type { Command } from './catalogue.ts';

/** What one table may change at once: a document of the store has to hold it. */
export const mostRows = 250;
const mostLetters = 100_000;

/** What a coordinator may send about the catalogue; unknown keys are refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('revise'), row: matterSchema, words: words('调整原因', 200, 2) }),
    v.strictObject({
      type: v.literal('adopt'),
      rows: v.pipe(
        v.array(matterSchema),
        v.minLength(1, '没有要改的'),
        v.maxLength(mostRows, `一次最多改 ${mostRows} 行，请分几次导入`),
        v.check((rows) => JSON.stringify(rows).length <= mostLetters, '一次改得太多，请分几次导入'),
      ),
      words: words('调整原因', 200, 2),
    }),
    v.strictObject({
      type: v.literal('retire'),
      matter: id('事项'),
      areas: v.optional(areasSchema),
      until: daySchema,
      successor: v.optional(id('接着办的事项')),
      words: words('停用原因', 200, 2),
    }),
    v.strictObject({
      type: v.literal('automate'),
      matter: id('事项'),
      least: v.union(
        [v.literal('off'), v.pipe(v.number(), v.minValue(0), v.maxValue(1))],
        '把握写作 0 到 1 之间的数',
      ),
      words: words('原因', 200, 2),
    }),
  ],
  '不认识的操作',
);
