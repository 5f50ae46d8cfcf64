import * as v from 'valibot';
import { instant, phone } from '../kernel/input.ts';
import type { Command } from './account.ts';

/** What a person may send about his own account. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('read'), upTo: instant('时间') }),
    v.strictObject({ type: v.literal('correct'), phone: v.optional(phone('电话')) }),
    v.strictObject({
      type: v.literal('consent'),
      answers: v.pipe(
        v.array(
          v.strictObject({
            purpose: v.picklist(['progress', 'work'], '没有这种提醒'),
            accepted: v.boolean('请选择是否接收'),
          }),
          '提醒的答复不正确',
        ),
        v.minLength(1, '请选择是否接收'),
        v.maxLength(2, '提醒的答复不正确'),
      ),
    }),
  ],
  '不认识的操作',
);
