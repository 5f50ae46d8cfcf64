import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { oversees } from '../office/hands.ts';
import { type Office, unitName } from '../office/office.ts';
import { isCounted } from '../task/news.ts';
import { showInstant } from '../time/show.ts';
import { approval, clock, escalation } from '../words.ts';
import { isDone, isPresent } from './lights.ts';
import type { Fact, Helping, Summoned, Whistle } from './whistle.ts';

export interface View extends Omit<Whistle, 'units' | 'partners' | 'blower' | 'clocks'> {
  readonly sentence: string;
  readonly units: readonly (Summoned & { readonly zh: string })[];
  readonly partners: readonly (Helping & { readonly zh: string })[];
}

function isStreet({ blower }: Whistle, { actor }: Context): boolean {
  return actor.id === blower || oversees(actor);
}

/**
 * A whistle is seen by the street and, once it sounds, by the units it calls, as long as it calls them. The code is
 * the street's; what units are given and what they say of the whistle is for the street and the unit itself.
 */
export function view(whistle: Whistle, context: Context): View | undefined {
  const { actor, office, now } = context;
  const inStreet = isStreet(whistle, context);
  if (!inStreet && !isCalled(whistle, actor.unit)) return undefined;
  const { blower: _blower, clocks: _clocks, code, ...shown } = whistle;
  const own = ({ unit }: { readonly unit: string }) => inStreet || unit === actor.unit;
  const named = <Each extends { readonly unit: string }>(each: Each) => {
    return { ...each, zh: unitName(office, each.unit) };
  };
  return {
    ...shown,
    units: whistle.units.map(named),
    partners: whistle.partners.map(named),
    scores: whistle.scores.filter(own),
    verdicts: whistle.verdicts.filter(own),
    missed: inStreet ? whistle.missed : [],
    sentence: sentenceOf(whistle, now),
    ...(inStreet && code !== undefined && { code }),
  };
}

function isCalled({ blownAt, units }: Whistle, unit: string | undefined): boolean {
  return blownAt !== undefined && units.some((each) => each.unit === unit && each.status !== 'released');
}

function sentenceOf(whistle: Whistle, now: number): string {
  const called = whistle.units.filter(isCounted);
  switch (whistle.status) {
    case 'pendingApproval':
      return `等${approval[whistle.approval].zh}，批准后吹响`;
    case 'mustering': {
      const waiting = called.filter((unit) => !isPresent(unit)).length;
      return `叫了 ${called.length} 个部门，还有 ${waiting} 个没有报到`;
    }
    case 'working':
      return `正在联办，${called.filter(isDone).length} / ${called.length} 个部门交出结果`;
    case 'delivered':
      return `已交付，${called.length} 个部门都交出结果（${blownAt(whistle, now)}）`;
    case 'evaluated':
    case 'archived':
      return `已评哨，${called.length} 个部门都有评分（${blownAt(whistle, now)}）`;
    case 'returned':
      return `审批退回：${whistle.ended ?? ''}`;
    case 'cancelled':
      return `已撤哨：${whistle.ended ?? ''}`;
  }
}

function blownAt({ blownAt: at, askedAt }: Whistle, now: number): string {
  return `${showInstant(at ?? askedAt, now)} 吹哨`;
}

export function line(whistle: Whistle, event: Event<Fact | Missed>, context: Context): Line | undefined {
  const told = tell(event.fact, isStreet(whistle, context), context);
  return told && { at: event.at, who: whoOf(event, context.office), ...told };
}

type Told = Pick<Line, 'zh'> & Partial<Line>;

function tell(fact: Fact | Missed, inStreet: boolean, { actor, office }: Context): Told | undefined {
  switch (fact.type) {
    case 'asked':
      return { zh: '报请吹哨', words: fact.subject };
    case 'blown':
      return { zh: '吹哨', words: fact.subject };
    case 'approved':
      return { zh: '批准吹哨' };
    case 'returned':
      return { zh: '退回', words: fact.words };
    case 'confirmed':
      return { zh: '确认险情' };
    case 'escalated':
      return {
        zh: `报区督查：${unitName(office, fact.unit)}${escalation[fact.because].zh}`,
        words: inStreet ? fact.words : undefined,
      };
    case 'delivered':
      return { zh: '已交付' };
    case 'evaluated':
      return { zh: '评部门' };
    case 'judged': {
      const own = inStreet || actor.unit === fact.unit;
      return own ? { zh: `评这一哨：${fact.valid ? '有必要' : '没有必要'}`, words: fact.words } : undefined;
    }
    case 'cancelled':
      return { zh: '撤哨', words: fact.words };
    case 'noted':
    case 'rebriefed':
      return undefined;
    case 'missed':
      return missed(fact, inStreet);
  }
}

function missed({ clock: name }: Missed, inStreet: boolean): Told | undefined {
  if (name === 'archive') return { zh: '归档' };
  return inStreet ? { zh: `${clock[name as keyof typeof clock].zh}超时`, late: true } : undefined;
}

/** A department speaks for itself, a leader as a leader; everybody else is the street. */
function whoOf({ by, fact }: Event<Fact | Missed>, office: Office): string {
  if (fact.type === 'delivered' || fact.type === 'missed') return '系统';
  if (by.roles.includes('secretary')) return '工委书记';
  if (by.roles.includes('streetLeader')) return '街道领导';
  return fact.type === 'judged' && by.unit ? unitName(office, by.unit) : office.zh;
}
