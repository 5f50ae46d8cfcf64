/** What a message is for: 诉求进展 to whoever asked, 待办 to whoever works. */
export type Purpose = 'progress' | 'work';

/** 0: never by WeChat. 3: what must not be missed. Everything stands in the inbox all the same. */
type Importance = 0 | 1 | 2 | 3;

/** A message template of WeChat as the office has chosen it, and the names of its fields. */
export interface Template {
  readonly id: string;
  readonly fields: {
    /** 事物 `thingN`: what has happened, in the words of the inbox. */
    readonly what: `thing${number}`;
    /** 字符串 `character_stringN`: the number of the appeal. */
    readonly number?: `character_string${number}`;
    /** 时间 `timeN` or `dateN`: when it happened. */
    readonly at?: `${'time' | 'date'}${number}`;
  };
}

/** How people are told outside the inbox: the tenant's own data. */
export interface MessageRules {
  /** With no template nothing is ever sent. */
  readonly templates: Readonly<Partial<Record<Purpose, Template>>>;
  /** By the kind of notice. */
  readonly importance: Readonly<Record<string, Importance>>;
  /** Of a kind nobody has weighed. */
  readonly otherImportance: Importance;
  /** How many of somebody's agreed messages are left over for what is more important. */
  readonly kept: Readonly<Record<Importance, number>>;
  /** From when until when nobody is disturbed, in minutes since midnight in Beijing. */
  readonly quiet: { readonly from: number; readonly until: number };
  /** What is told at any hour. */
  readonly urgent: { readonly themes: readonly string[]; readonly tiers: readonly string[] };
  /** How long a notice is news, in hours; later it stands in the inbox alone. */
  readonly freshHours: number;
}

/** Kinds weighed by what is lost when they are read late: a clock that starts, an answer that is waited for. */
const weights: Readonly<Record<Importance, readonly string[]>> = {
  3: [
    'appeal.passed',
    'appeal.declined',
    'appeal.questioned',
    'appeal.remind',
    'appeal.transferred',
    'appeal.givenUp',
    'task.assigned',
    'task.returned',
    'task.redone',
    'task.missed',
    'task.red',
    'whistle.asked',
    'whistle.emergency',
    'alert.opened',
    'request.raised',
    'request.escalated',
    'objection.escalated',
    'supervision.opened',
    'supervision.letter',
  ],
  2: [
    'appeal.missed',
    'appeal.climbed',
    'appeal.whistled',
    'appeal.closed',
    'appeal.redone',
    'appeal.held',
    'appeal.extended',
    'appeal.terminated',
    'appeal.heard',
    'appeal.unmasked',
    'appeal.contested',
    'appeal.declineDropped',
    'appeal.declineProposed',
    'appeal.reopened',
    'task.released',
    'task.remind',
    'task.codeShut',
    'whistle.delivered',
    'alert.closed',
    'whistle.approved',
    'whistle.returned',
    'whistle.escalated',
    'attendance.named',
    'whistle.missed',
    'request.granted',
    'request.refused',
    'request.expired',
    'objection.raised',
    'objection.upheld',
    'objection.overruled',
    'objection.expired',
    'supervision.circular',
    'supervision.late',
    'meeting.convened',
    'followUp.opened',
    'followUp.missed',
  ],
  1: [
    'topic.raised',
    'appeal.submitted',
    'appeal.replied',
    'appeal.accepted',
    'appeal.dispatched',
    'appeal.entrusted',
    'appeal.consulted',
    'appeal.designated',
    'appeal.supplemented',
    'appeal.proceeded',
    'appeal.reclassified',
    'appeal.merged',
    'appeal.unmerged',
    'appeal.urged',
    'appeal.relapsed',
    'appeal.recused',
    'appeal.resumed',
    'task.informed',
    'task.interim',
    'task.recused',
    'task.reportedIn',
    'task.submitted',
    'supervision.answered',
    'supervision.lifted',
    'meeting.cancelled',
  ],
  0: ['appeal.withdrawn', 'appeal.recounted', 'letter.dead'],
};

const importance: MessageRules['importance'] = Object.fromEntries(
  Object.entries(weights).flatMap(([weight, kinds]) =>
    kinds.map((kind) => [kind, Number(weight) as Importance] as const),
  ),
);

/** 夜间免打扰 22:00–7:30 is our own; 应急哨 and 2 小时 tier pass it. */
export const defaultMessages: MessageRules = {
  templates: {},
  importance,
  otherImportance: 1,
  kept: { 3: 0, 2: 1, 1: 2, 0: 0 },
  quiet: { from: 22 * 60, until: 7 * 60 + 30 },
  urgent: { themes: ['emergency'], tiers: ['T1'] },
  freshHours: 24,
};

export function importanceOf({ importance, otherImportance }: MessageRules, about: string): Importance {
  return importance[about] ?? otherImportance;
}

export function tellsAnything({ templates }: MessageRules): boolean {
  return Object.keys(templates).length > 0;
}
