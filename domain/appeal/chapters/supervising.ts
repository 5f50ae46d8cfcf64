import * as v from 'valibot';
import { id, words } from '../../kernel/input.ts';
import type { MoveTable } from '../../kernel/moves.ts';
import type { Context, Errand } from '../../kernel/process.ts';
import { must } from '../../kernel/refusal.ts';
import { unitName } from '../../office/office.ts';
import { isHigh } from '../../supervision/moves.ts';
import type { Cause, Kind } from '../../supervision/supervision.ts';
import { supervisionKind } from '../../supervision/words.ts';
import type { Appeal } from '../appeal.ts';
import type { Decisions, Errands, Lines, Memory } from '../chapter.ts';
import { always } from '../statuses.ts';
import { isOpen, leadOf } from '../tasks.ts';

/** 督办：超时、推诿、一再催办的，盯住一个单位（潍坊第二十六条、济南第二十八条）. */
interface Supervise {
  readonly type: 'supervise';
  readonly kind: Kind;
  readonly words: string;
  /** The lead, unless another one is named. */
  readonly unit?: string | undefined;
  readonly cause?: Cause | undefined;
  /** When the limit ran out, epoch ms; only of what is overdue. */
  readonly expiredAt?: number | undefined;
}
interface Unsupervise {
  readonly type: 'unsupervise';
  readonly supervision: string;
}
export type Command = Supervise | Unsupervise;

export interface Supervised extends Omit<Supervise, 'type' | 'unit' | 'cause'> {
  readonly type: 'supervised';
  readonly unit: string;
  readonly cause: Cause;
  readonly high: boolean;
}
interface Unsupervised extends Omit<Unsupervise, 'type'> {
  readonly type: 'unsupervised';
}
export type Fact = Supervised | Unsupervised;

export const moves: MoveTable<Appeal, Command['type']> = {
  supervise: {
    zh: '督办',
    by: ['coordinator', 'streetLeader', 'secretary', 'supervisor', 'system'],
    from: ['dispatched', 'inProgress', 'reworking', 'replied'],
    when: ({ tasks }) => departmentOf(tasks) !== undefined,
    article: '潍坊第二十六条、济南第二十八条',
  },
  unsupervise: {
    zh: '督办解除',
    by: ['system'],
    from: always,
    when: ({ supervisions }) => supervisions.length > 0,
  },
};

export const inputs = [
  v.strictObject({
    type: v.literal('supervise'),
    kind: v.picklist(['routine', 'listed', 'interview'], '请选择督办方式'),
    unit: v.optional(id('单位')),
    words: words('督办意见', 500, 4),
  }),
] as const;

export const decide: Decisions<Command, Fact> = {
  supervise(appeal, { unit: named, cause = 'manual', ...command }, { actor }) {
    const unit = named ?? departmentOf(appeal.tasks) ?? '';
    const known = appeal.tasks.some((task) => task.unit === unit && isOpen(task));
    must(known, 'unknown-unit', '这个单位没有在办这件诉求，请重新选择');
    const twice = appeal.supervisions.some((each) => each.unit === unit && each.cause === cause);
    if (cause !== 'manual' && twice) return [];
    return [{ ...command, type: 'supervised', unit, cause, high: isHigh(actor) }];
  },
  unsupervise: (_, { supervision }) => [{ type: 'unsupervised', supervision }],
};

/** 一再催办的，督办主办单位. */
export function pressed(appeal: Appeal, urges: number, { office }: Context): Supervised[] {
  const unit = departmentOf(appeal.tasks);
  if (unit === undefined || urges < office.rules.supervision.urges) return [];
  if (appeal.supervisions.some(({ cause }) => cause === 'urged')) return [];
  const words = `居民第 ${urges} 次催办`;
  return [{ type: 'supervised', kind: 'routine', cause: 'urged', unit, words, high: false }];
}

/** 主办单位；先交网格的没有负责人可督，到时自己上交. */
function departmentOf(tasks: Appeal['tasks']): string | undefined {
  const lead = leadOf(tasks);
  return lead?.step === undefined ? lead?.unit : undefined;
}

export const evolve: Memory<Fact> = {
  supervised: ({ supervisions }, { stream, seq, fact: { unit, kind, cause } }) => ({
    supervisions: [...supervisions, { id: supervisionOf(stream, seq), unit, kind, cause }],
  }),
  unsupervised: ({ supervisions }, { fact }) => ({
    supervisions: supervisions.filter((each) => each.id !== fact.supervision),
  }),
};

function supervisionOf(appeal: string, seq: number): string {
  return `${appeal}-s${seq}`;
}

export const errands: Errands<Fact> = {
  supervised({ id, number, matter, place }, { stream, seq, fact: { type: _, ...pressed } }) {
    const command = { ...pressed, type: 'open', appeal: id, number, matter, address: place?.address };
    return [{ process: 'supervision', id: supervisionOf(stream, seq), command, together: 'must' }];
  },
};

export const line: Lines<Fact> = {
  supervised: ({ fact, inner, office }) =>
    inner
      ? { zh: `${supervisionKind[fact.kind].zh}：${unitName(office, fact.unit)}`, words: fact.words }
      : { zh: `街道督办：${unitName(office, fact.unit)}` },
  unsupervised: ({ inner }) => (inner ? { zh: '解除督办' } : undefined),
};

/** What the office itself began is over once the resident has his answer; the rest when the appeal ends. */
export function settleSupervisions(supervisions: Appeal['supervisions'], words: string): Errand[] {
  return supervisions.map(({ id }) => ({
    process: 'supervision',
    id,
    command: { type: 'settle', words },
    together: 'may',
  }));
}
