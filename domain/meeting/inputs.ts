import * as v from 'valibot';
import { id, instant, words } from '../kernel/input.ts';
import type { Command } from './meeting.ts';

/** What a person may send about a meeting. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('convene'),
      kind: v.picklist(['weekly', 'monthly', 'joint'], '请选择开什么会'),
      meetAt: instant('开会时间'),
      place: v.optional(words('地点', 120)),
    }),
    v.strictObject({
      type: v.literal('resolve'),
      topic: id('议题'),
      way: v.picklist(['assign', 'climb', 'close'], '请选择怎样议定'),
      words: words('议定意见', 500, 4),
      lead: v.optional(id('主办单位')),
      assists: v.optional(
        v.pipe(v.array(id('协办单位'), '请选择协办单位'), v.maxLength(19, '最多 20 个单位')),
      ),
      dueAt: v.optional(instant('完成期限')),
    }),
    v.strictObject({ type: v.literal('conclude'), words: words('会议纪要', 2000, 4) }),
    v.strictObject({ type: v.literal('cancel'), words: words('取消原因', 200, 2) }),
  ],
  '不认识的操作',
);
