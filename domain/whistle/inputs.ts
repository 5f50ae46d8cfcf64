import * as v from 'valibot';
import { code, coordinates, id, instant, words } from '../kernel/input.ts';
import type { Command } from './whistle.ts';

const unit = v.strictObject({
  unit: id('单位'),
  role: v.picklist(['lead', 'assist', 'inform'], '请选择主办、协办或知会'),
  need: words('需要做什么', 200, 2),
});

/** What every call of the units says, from an appeal or by itself. */
export const call = {
  theme: v.picklist(['appeal', 'keyWork', 'enforcement', 'emergency'], '请选择哨种'),
  subject: words('吹哨事由', 200, 4),
  grounds: v.strictObject(
    {
      because: v.picklist(['tried', 'noAuthority', 'danger'], '请选择吹哨的前提'),
      words: words('前提说明', 500, 4),
    },
    '请写明吹哨的前提',
  ),
  units: v.pipe(v.array(unit), v.minLength(2, '至少选择 2 个部门'), v.maxLength(20, '最多 20 个单位')),
  partners: v.optional(
    v.pipe(
      v.array(v.strictObject({ unit: id('联办方'), need: words('请联办方做什么', 200, 2) })),
      v.maxLength(20, '最多 20 个联办方'),
    ),
  ),
  meetAt: v.optional(instant('时间')),
  meetPlace: v.optional(words('集合地点', 120)),
  meetPoint: v.optional(coordinates),
  code: v.optional(code),
  online: v.optional(v.boolean('请选择是否准许线上报到')),
  planAt: v.optional(instant('时间')),
  alert: v.optional(id('应急状态')),
};

const score = (label: string) =>
  v.pipe(
    v.number(`请给${label}打分`),
    v.integer(`${label}打 1 到 5 分`),
    v.minValue(1, `${label}打 1 到 5 分`),
    v.maxValue(5, `${label}打 1 到 5 分`),
  );

/** What a person may send about a whistle; what the office itself sends is not listed and so refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({ type: v.literal('blow'), ...call }),
    v.strictObject({ type: v.literal('approve') }),
    v.strictObject({ type: v.literal('return'), words: words('退回原因', 200, 2) }),
    v.strictObject({ type: v.literal('confirm') }),
    v.strictObject({
      type: v.literal('escalate'),
      unit: id('部门'),
      because: v.picklist(['red', 'refused'], '请选择上报的原因'),
      words: words('上报说明', 500, 4),
    }),
    v.strictObject({
      type: v.literal('evaluate'),
      scores: v.pipe(
        v.array(
          v.strictObject({
            unit: id('部门'),
            reportIn: score('报到'),
            handling: score('办理'),
            result: score('结果'),
            words: v.optional(words('评语', 300)),
          }),
        ),
        v.minLength(1, '请给部门打分'),
        v.maxLength(20, '最多 20 个单位'),
      ),
    }),
    v.strictObject({
      type: v.literal('judge'),
      valid: v.boolean('请选择这一哨有没有必要'),
      words: v.optional(words('理由', 300)),
    }),
    v.strictObject({ type: v.literal('cancel'), words: words('撤哨原因', 200, 2) }),
  ],
  '不认识的操作',
);
