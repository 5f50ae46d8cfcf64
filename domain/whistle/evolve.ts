import type { Actor, Event, Missed } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { rebriefed } from '../task/brief.ts';
import { withNews } from '../task/news.ts';
import { firstStatus } from '../task/task.ts';
import { lit, statusAfter, statusOf } from './lights.ts';
import type { Call, Fact, Helping, Sounding, Summoned, Whistle } from './whistle.ts';

export function evolve(whistle: Whistle | undefined, event: Event<Fact | Missed>): Whistle {
  const { fact } = event;
  if (fact.type === 'asked' || fact.type === 'blown') return born({ ...event, fact });
  if (whistle === undefined) throw new Refusal('not-found', '没有找到这一哨');
  return { ...whistle, ...change(whistle, event) };
}

function born({ stream, at, by, fact }: Event<Extract<Fact, { type: 'asked' | 'blown' }>>): Whistle {
  const given = {
    ...callOf(fact),
    id: stream,
    brief: fact.brief,
    units: fact.units.map(
      (each): Summoned => ({ ...each, ...unlit(stream, each.unit, each.role), late: [] }),
    ),
    partners: (fact.partners ?? []).map(
      (each): Helping => ({ ...each, ...unlit(stream, each.unit, 'partner') }),
    ),
    blower: blowerOf(by),
    askedAt: at,
    ...{ missed: [], escalations: [], scores: [], verdicts: [] },
  };
  if (fact.type === 'blown')
    return { ...given, status: 'mustering', approval: 'none', blownAt: at, clocks: clocksOf(fact) };
  return { ...given, status: 'pendingApproval', approval: fact.approval, clocks: { approve: fact.approve } };
}

function callOf({ theme, subject, grounds, meetAt, meetPlace, ...rest }: Call) {
  const { meetPoint, code, online, planAt, alert } = rest;
  return { theme, subject, grounds, meetAt, meetPlace, meetPoint, code, online, planAt, alert };
}

/** Who stands behind an errand is known by his id. */
function blowerOf({ id }: Actor): string {
  return id;
}

function unlit(whistle: string, unit: string, role: Parameters<typeof firstStatus>[0]) {
  return { task: taskOf(whistle, unit), status: firstStatus(role), asOf: 0 };
}

export function taskOf(whistle: string, unit: string): string {
  return `${whistle}-${unit}`;
}

function clocksOf({ confirm }: Sounding): Whistle['clocks'] {
  return confirm ? { confirm } : {};
}

function change(whistle: Whistle, { at, fact }: Event<Fact | Missed>): Partial<Whistle> {
  switch (fact.type) {
    case 'asked':
    case 'blown':
      return {};
    case 'approved':
      return {
        status: statusOf(whistle.units),
        blownAt: at,
        clocks: { ...whistle.clocks, ...clocksOf(fact) },
      };
    case 'returned':
      return { status: 'returned', ended: fact.words };
    case 'confirmed':
      return { confirmedAt: at };
    case 'noted': {
      const units = lit(whistle.units, fact);
      const partners = withNews(whistle.partners, fact);
      return { units, partners, status: statusAfter(whistle.status, units) };
    }
    case 'escalated': {
      const { unit, because, words } = fact;
      return { escalations: [...whistle.escalations, { unit, because, words, at }] };
    }
    case 'delivered':
      return { status: 'delivered', clocks: { ...whistle.clocks, evaluate: fact.evaluate } };
    case 'evaluated':
      return {
        status: 'evaluated',
        scores: fact.scores,
        clocks: { ...whistle.clocks, archive: fact.archive },
      };
    case 'judged': {
      const { unit, valid, words } = fact;
      return { verdicts: [...whistle.verdicts, { unit, valid, words, at }] };
    }
    case 'rebriefed':
      return { brief: rebriefed(whistle.brief, fact.brief) };
    case 'cancelled':
      return { status: 'cancelled', ended: fact.words };
    case 'missed':
      return {
        ...(fact.clock === 'archive' && { status: 'archived' }),
        missed: [...whistle.missed, { clock: fact.clock, dueAt: fact.dueAt }],
      };
  }
}
