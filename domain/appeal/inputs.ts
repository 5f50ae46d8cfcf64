import * as v from 'valibot';
import { id, instant, phone, photos, place, words } from '../kernel/input.ts';
import type { Command } from './appeal.ts';

const someone = { name: v.optional(words('姓名', 30)), phone: v.optional(phone('电话')) };
const solved = v.picklist(['solved', 'partly', 'unsolved'], '请选择是否解决');
const units = <Entries extends v.ObjectEntries>(entries: Entries, least: number) =>
  v.pipe(
    v.array(
      v.strictObject({
        unit: id('单位'),
        role: v.picklist(['lead', 'assist'], '请选择主办或协办'),
        ...entries,
      }),
    ),
    v.minLength(least, least === 1 ? '请选择主办单位' : `至少选择 ${least} 个部门`),
    v.maxLength(20, '最多 20 个单位'),
  );

/** What a person may send about an appeal; unknown keys are refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('submit'),
      text: words('诉求内容', 2000, 5),
      photos,
      place: v.optional(place),
      matter: v.optional(id('事项')),
      identity: v.picklist(['open', 'nameHidden', 'anonymous'], '请选择公开、隐名或匿名'),
      contact: v.optional(v.strictObject(someone)),
      onBehalfOf: v.optional(v.strictObject({ ...someone, consent: words('代办说明', 100) })),
    }),
    v.strictObject({
      type: v.literal('accept'),
      kind: v.picklist(['consult', 'help', 'complain', 'report', 'suggest', 'praise'], '请选择诉求类型'),
      tier: v.picklist(['T1', 'T2', 'T3', 'T4'], '请选择办理时限'),
      matter: id('事项'),
    }),
    v.strictObject({
      type: v.literal('decline'),
      branch: v.picklist(
        ['emergency', 'otherProcedure', 'sameMatter', 'secret', 'beyondDuty', 'unlawful'],
        '请选择不予受理的情形',
      ),
      words: words('说明', 500, 10),
    }),
    v.strictObject({
      type: v.literal('dispatch'),
      units: units({ need: v.optional(words('要求', 200)) }, 1),
    }),
    v.strictObject({
      type: v.literal('whistle'),
      theme: v.picklist(['appeal', 'keyWork', 'enforcement', 'emergency'], '请选择哨种'),
      subject: words('吹哨事由', 200, 4),
      units: units({ need: words('需要做什么', 200, 2) }, 2),
      meetAt: v.optional(instant),
      meetPlace: v.optional(words('集合地点', 120)),
      partners: v.optional(v.pipe(v.array(words('联办方', 40)), v.maxLength(20, '最多 20 个联办方'))),
    }),
    v.strictObject({ type: v.literal('reply'), text: words('答复', 2000, 1), outcome: solved, photos }),
    v.strictObject({
      type: v.literal('review'),
      pass: v.boolean('请选择通过或退回'),
      words: v.optional(words('审核意见', 500)),
    }),
    v.strictObject({
      type: v.literal('rate'),
      solved,
      satisfied: v.picklist(['satisfied', 'basically', 'neutral', 'dissatisfied'], '请选择是否满意'),
      words: v.optional(words('评价', 500)),
    }),
    v.strictObject({ type: v.literal('redo'), words: words('重办理由', 500, 4) }),
    v.strictObject({
      type: v.literal('close'),
      reason: v.picklist(['explained', 'unreachable', 'answered'], '请选择结案原因'),
      words: words('结案说明', 500, 4),
    }),
    v.strictObject({ type: v.literal('withdraw'), words: v.optional(words('撤回原因', 200)) }),
  ],
  '不认识的操作',
);
