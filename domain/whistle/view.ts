import type { Context, Event, Line, Missed } from '../kernel/process.ts';
import { unitName } from '../office/office.ts';
import { showInstant } from '../time/show.ts';
import type { Fact, Summoned, Whistle } from './whistle.ts';

export interface View extends Omit<Whistle, 'units'> {
  readonly sentence: string;
  readonly units: readonly (Summoned & { readonly zh: string })[];
}

/** A whistle is seen by the street and by the units it calls, as long as it calls them. */
export function view(whistle: Whistle, { actor, office, now }: Context): View | undefined {
  const street = actor.roles.includes('coordinator') || actor.roles.includes('streetLeader');
  if (!street && !whistle.units.some((unit) => unit.unit === actor.unit && unit.status !== 'released'))
    return undefined;
  const units = whistle.units.map((unit) => ({ ...unit, zh: unitName(office, unit.unit) }));
  return { ...whistle, units, sentence: sentenceOf(whistle, now) };
}

function sentenceOf(whistle: Whistle, now: number): string {
  const called = whistle.units.filter((unit) => unit.status !== 'released');
  const waiting = called.filter((unit) =>
    ['pending', 'acknowledged', 'onTheWay'].includes(unit.status),
  ).length;
  switch (whistle.status) {
    case 'mustering':
      return `叫了 ${called.length} 个部门，还有 ${waiting} 个没有报到`;
    case 'working': {
      const done = called.filter((unit) => unit.status === 'submitted' || unit.status === 'accepted').length;
      return `正在联办，${done} / ${called.length} 个部门交出结果`;
    }
    case 'delivered':
      return `已交付，${called.length} 个部门都交出结果（${showInstant(whistle.blownAt, now)} 吹哨）`;
    case 'cancelled':
      return `已撤哨：${whistle.cancelled ?? ''}`;
  }
}

export function line(_: Whistle, { at, fact }: Event<Fact | Missed>, { office }: Context): Line | undefined {
  switch (fact.type) {
    case 'blown':
      return { at, who: office.zh, zh: '吹哨', words: fact.subject };
    case 'delivered':
      return { at, who: '系统', zh: '已交付' };
    case 'cancelled':
      return { at, who: office.zh, zh: '撤哨', words: fact.words };
    default:
      return undefined;
  }
}
