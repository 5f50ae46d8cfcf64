import * as v from 'valibot';
import { id, words } from '../kernel/input.ts';
import type { Command } from './sign.ts';

const about = {
  grid: id('网格'),
  matter: id('事项'),
  appeals: v.pipe(
    v.array(v.strictObject({ id: id('诉求'), number: id('诉求编号', 60) })),
    v.minLength(1, '没有依据'),
    v.maxLength(200, '依据太多'),
  ),
};

export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('patrol'),
      ...about,
      into: id('诉求', 64),
      words: words('巡查要求', 500, 5),
    }),
    v.strictObject({
      type: v.literal('table'),
      ...about,
      into: id('议题'),
      words: words('议题说明', 500, 4),
    }),
    v.strictObject({ type: v.literal('dismiss'), ...about, words: words('不处理的理由', 200, 4) }),
  ],
  '不认识的操作',
);
