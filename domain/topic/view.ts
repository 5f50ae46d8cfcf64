import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { oversees } from '../office/hands.ts';
import { matterOf, type Office, unitName } from '../office/office.ts';
import { showInstant } from '../time/show.ts';
import type { Decision, Fact, Topic } from './topic.ts';
import { climbReason, decisionWay, step } from './words.ts';

export interface View extends Topic {
  /** What the agenda calls it. */
  readonly zh: string;
}

/** Topics are the street's own. */
export function view(topic: Topic, context: Context): View | undefined {
  if (!oversees(context.actor)) return undefined;
  return { ...topic, zh: titleOf(topic, context.office) };
}

function titleOf({ title, about }: Topic, office: Office): string {
  const matter = matterOf(office, about?.matter)?.zh;
  return title ?? [matter ?? '未分类事项', about?.address].filter(Boolean).join(' · ');
}

export function line(
  _: Topic,
  { at, by, fact }: Event<Fact | Missed>,
  { office }: Context,
): Line | undefined {
  const told = tell(fact, office, at);
  const who = by.roles.includes('system') ? '系统' : by.unit ? unitName(office, by.unit) : office.zh;
  return told && { at, who, ...told };
}

function tell(
  fact: Fact | Missed,
  office: Office,
  now: number,
): (Pick<Line, 'zh'> & Partial<Line>) | undefined {
  switch (fact.type) {
    case 'raised':
      return { zh: `上${step[fact.agenda].zh}（${climbReason[fact.reason].zh}）`, words: fact.words };
    case 'decided':
      return { zh: decisionZh(fact.decision, office, now), words: fact.decision.words };
    case 'settled':
      return { zh: '事由消除', words: fact.words };
    case 'missed':
      return undefined;
  }
}

/** 「交办：住建局主办，供水公司协办，12月3日 18:00 前完成」. */
export function decisionZh(decision: Decision, office: Office, now: number): string {
  const { zh } = decisionWay[decision.way];
  if (decision.way !== 'assign') return zh;
  const assists = decision.assists.map((unit) => unitName(office, unit)).join('、');
  const units = `${unitName(office, decision.lead)}主办${assists && `，${assists}协办`}`;
  return `${zh}：${units}，${showInstant(decision.dueAt, now)} 前完成`;
}
