import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { unitName } from '../office/office.ts';
import { clock, endReason, satisfied, solved } from '../words.ts';
import type { Appeal, Assignment, Fact } from './appeal.ts';
import { relationOf } from './view.ts';

type Told = Pick<Line, 'zh'> & Partial<Line>;

/** The appeal's own history. Inner words — why a reply was sent back — are for the office alone. */
export function line(appeal: Appeal, event: Event<Fact | Missed>, context: Context): Line | undefined {
  const told = tell(appeal, event, context);
  return told && { at: event.at, who: whoOf(appeal, event, context), ...told };
}

function tell(appeal: Appeal, { fact }: Event<Fact | Missed>, context: Context): Told | undefined {
  const relation = relationOf(appeal, context);
  const inner = relation === 'coordinator' || relation === 'unit';
  switch (fact.type) {
    case 'submitted':
      return { zh: appeal.collector ? '代居民提交诉求' : '提交诉求' };
    case 'accepted':
      return { zh: '已受理' };
    case 'declined':
      return { zh: `不予受理：${endReason[fact.branch].zh}`, words: `${fact.words}（${fact.basis}）` };
    case 'dispatched':
      return { zh: `已派单：${named(fact.units, context)}` };
    case 'whistled':
      return { zh: `已吹哨：${named(fact.units, context)}`, words: inner ? fact.subject : undefined };
    case 'noted':
      return undefined;
    case 'replied':
      return inner
        ? { zh: '提交答复', words: fact.text, photos: fact.photos }
        : { zh: '已办理，街道正在审核' };
    case 'passed':
      return inner ? { zh: '审核通过' } : { zh: '答复', words: fact.text, photos: fact.photos };
    case 'returned':
      return { zh: '退回补办', words: inner ? fact.words : undefined };
    case 'rated':
      return relation === 'grid'
        ? { zh: '已评价' }
        : { zh: `评价：${solved[fact.solved].zh}，${satisfied[fact.satisfied].zh}`, words: fact.words };
    case 'redone':
      return { zh: `第 ${fact.round} 次重办`, words: inner ? fact.words : undefined };
    case 'consulted':
      return { zh: '提交会商', words: inner ? fact.words : undefined };
    case 'closed':
      return { zh: `结案：${endReason[fact.reason].zh}`, words: fact.words };
    case 'withdrawn':
      return { zh: '本人撤回', words: fact.words };
    case 'missed':
      return { zh: `${clock[fact.clock as keyof typeof clock].zh}超时`, late: true };
  }
}

function named(units: readonly Assignment[], { office }: Context): string {
  return units
    .map(({ unit, role }) => `${unitName(office, unit)}${role === 'lead' ? '（主办）' : ''}`)
    .join('、');
}

/** Who speaks for himself is a resident, whatever else he is; who wrote it down for another is his unit. */
function whoOf({ owner, collector }: Appeal, { by }: Event<unknown>, { office }: Context): string {
  if (by.id === owner && !collector && !by.roles.includes('system')) return '居民';
  if (by.unit) return unitName(office, by.unit);
  if (by.roles.includes('coordinator')) return office.zh;
  return by.roles.includes('system') ? '系统' : '居民';
}
