import * as v from 'valibot';
import { code, coordinates, photos, words } from '../kernel/input.ts';
import * as leave from './leave.ts';
import type { Command } from './task.ts';

/** What a person may send about a task; what the office itself sends is not listed and so refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('acknowledge') }),
    v.strictObject({ type: v.literal('setOut') }),
    v.strictObject({
      type: v.literal('reportIn'),
      way: v.picklist(['onsite', 'online'], '请选择到场报到或线上报到'),
      point: v.optional(coordinates),
      code: v.optional(code),
      words: v.optional(words('说明', 200)),
    }),
    v.strictObject({ type: v.literal('vouch'), words: words('确认说明', 200, 2) }),
    v.strictObject({
      type: v.literal('contact'),
      way: v.picklist(['phone', 'visit', 'message'], '请选择联系方式'),
      words: words('联系情况', 500, 2),
    }),
    v.strictObject({
      type: v.literal('work'),
      words: words('办理情况', 1000, 2),
      photos,
      shared: v.boolean('请选择是否让居民看到'),
    }),
    v.strictObject({ type: v.literal('interim'), words: words('阶段性报告', 1000, 4) }),
    v.strictObject({
      type: v.literal('submit'),
      words: words('办理结果', 2000, 4),
      outcome: v.picklist(['solved', 'partly', 'unsolved'], '请选择是否解决'),
      photos,
    }),
    v.strictObject({ type: v.literal('done'), words: v.optional(words('说明', 200)) }),
    v.strictObject({ type: v.literal('recuse'), words: words('回避原因', 200, 2) }),
    v.strictObject({ type: v.literal('passUp'), words: words('上交原因', 200, 2) }),
    ...leave.inputs,
    v.strictObject({ type: v.literal('release'), words: words('撤销原因', 200, 2) }),
  ],
  '不认识的操作',
);
