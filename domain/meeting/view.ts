import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { oversees } from '../office/hands.ts';
import { unitName } from '../office/office.ts';
import { decisionZh } from '../topic/view.ts';
import { step } from '../topic/words.ts';
import type { Fact, Meeting, Resolved } from './meeting.ts';

export interface View extends Omit<Meeting, 'resolved'> {
  readonly zh: string;
  readonly resolved: readonly (Resolved & { readonly zh: string })[];
}

/** Meetings are the street's own. */
export function view(meeting: Meeting, context: Context): View | undefined {
  if (!oversees(context.actor)) return undefined;
  return {
    ...meeting,
    zh: step[meeting.kind].zh,
    resolved: meeting.resolved.map((each) => ({
      ...each,
      zh: decisionZh(each.decision, context.office, context.now),
    })),
  };
}

export function line(
  _: Meeting,
  { at, by, fact }: Event<Fact | Missed>,
  { office }: Context,
): Line | undefined {
  const who = by.unit ? unitName(office, by.unit) : office.zh;
  switch (fact.type) {
    case 'convened':
      return { at, who, zh: `召集${step[fact.kind].zh}` };
    case 'resolved':
      return { at, who, zh: `议定：${decisionZh(fact.decision, office, at)}`, words: fact.decision.words };
    case 'concluded':
      return { at, who, zh: '散会', words: fact.words };
    case 'cancelled':
      return { at, who, zh: '取消会议', words: fact.words };
    case 'missed':
      return undefined;
  }
}
