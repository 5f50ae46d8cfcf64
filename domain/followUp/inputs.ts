import * as v from 'valibot';
import { words } from '../kernel/input.ts';
import type { Command } from './followUp.ts';

/** What a person may send about a follow-up. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('attempt'),
      way: v.picklist(['phone', 'visit', 'message'], '请选择联系方式'),
      words: v.optional(words('说明', 200)),
    }),
    v.strictObject({
      type: v.literal('record'),
      contacted: v.boolean('请选择是否联系过'),
      solved: v.picklist(['solved', 'partly', 'unsolved'], '请选择是否解决'),
      satisfied: v.picklist(['satisfied', 'basically', 'neutral', 'dissatisfied'], '请选择是否满意'),
      words: v.optional(words('居民的话', 500)),
    }),
  ],
  '不认识的操作',
);
