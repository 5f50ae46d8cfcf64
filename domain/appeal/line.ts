import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { unitName } from '../office/office.ts';
import { clock } from '../words.ts';
import type { Appeal } from './appeal.ts';
import type { Reading, Told } from './chapter.ts';
import { reads } from './checked.ts';
import { isOffices, reminders } from './clocks.ts';
import { isInner, relationOf } from './relation.ts';
import { type Fact, lines } from './rulebook.ts';

/**
 * The appeal's own history. Inner words — why a reply was sent back — are for the office alone; the unit complained
 * about reads that something happened, and nobody's words; who has no part in it no words that have not passed the check.
 */
export function line(appeal: Appeal, event: Event<Fact | Missed>, context: Context): Line | undefined {
  const told = tell(appeal, event, context);
  return told && { at: event.at, who: whoOf(appeal, event, context), ...told };
}

function tell(appeal: Appeal, { seq, fact }: Event<Fact | Missed>, context: Context): Told | undefined {
  if (fact.type === 'missed') return lapsed(fact);
  const relation = relationOf(appeal, context);
  const inner = isInner(relation);
  const say = lines[fact.type] as (reading: Reading<Fact>) => Told | undefined;
  const told = say({ fact, appeal, relation, inner, office: context.office });
  return told && !reads(appeal, relation, seq) ? { zh: told.zh } : told;
}

function lapsed({ clock: name }: Missed): Told | undefined {
  if (reminders.includes(name)) return { zh: '提醒居民补充' };
  return isOffices(name) ? { zh: `诉求${clock[name as keyof typeof clock].zh}超时`, late: true } : undefined;
}

/** Who speaks for himself is a resident, whatever else he is; who wrote it down for another is his unit. */
function whoOf({ owner, collector }: Appeal, { by }: Event<unknown>, { office }: Context): string {
  if (by.id === owner && !collector && !by.roles.includes('system')) return '居民';
  if (by.unit) return unitName(office, by.unit);
  if (by.roles.includes('coordinator')) return office.zh;
  return by.roles.includes('system') ? '系统' : '居民';
}
