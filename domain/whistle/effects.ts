import { running } from '../kernel/deadlines.ts';
import type { Deadline, Errand, Event, Index, Missed, Notice, Recipient } from '../kernel/process.ts';
import { isCounted } from '../task/news.ts';
import type { Meet } from '../task/task.ts';
import type { Fact, Sounding, Status, Whistle } from './whistle.ts';

/** All at the same moment: the units are called together, and the appeal knows it. */
export function errands(whistle: Whistle, { fact }: Event<Fact | Missed>): Errand[] {
  switch (fact.type) {
    case 'asked':
      return joined(whistle);
    case 'blown':
      return [...joined(whistle), ...summon(whistle, fact)];
    case 'approved':
      return [...toAppeal(whistle, muster(whistle), 'must'), ...summon(whistle, fact)];
    case 'returned':
      return toAppeal(whistle, { type: 'turnDown', whistle: whistle.id, words: fact.words }, 'may');
    case 'cancelled':
      return [...release(whistle, fact.words), ...calledOff(whistle, fact.words)];
    default:
      return [];
  }
}

/** 战时的哨，要真有开着的应急状态. */
function joined({ id, alert }: Whistle): Errand[] {
  if (alert === undefined) return [];
  return [{ process: 'alert', id: alert, command: { type: 'join', whistle: id }, together: 'must' }];
}

function summon(whistle: Whistle, { plan, pace }: Sounding): Errand[] {
  const { id, theme, brief, units, partners } = whistle;
  const meet = meetOf(whistle);
  const common = { type: 'assign', whistle: id };
  const clocked = { theme, brief, meet, ...(plan && { finish: plan }), ...(pace !== undefined && { pace }) };
  const order = (task: string, command: Errand['command']): Errand => {
    return { process: 'task', id: task, command, together: 'must' };
  };
  return [
    ...units.map(({ task, unit, role, need }) => order(task, { ...common, unit, role, need, ...clocked })),
    ...partners.map(({ task, unit, need }) =>
      order(task, { ...common, unit, role: 'partner', need, brief: {}, meet }),
    ),
  ];
}

function meetOf({ meetAt, meetPlace, meetPoint, code, online, brief }: Whistle): Meet {
  return { at: meetAt, place: meetPlace ?? brief.address, point: meetPoint, code, online };
}

function toAppeal({ brief }: Whistle, command: Errand['command'], together: 'must' | 'may'): Errand[] {
  return brief.appeal ? [{ process: 'appeal', id: brief.appeal, command, together }] : [];
}

function muster({ id, subject, units }: Whistle): Errand['command'] {
  const called = units.map(({ unit, role, need }) => ({ unit, role, need }));
  return { type: 'muster', whistle: id, subject, units: called };
}

function release({ units, partners, blownAt }: Whistle, words: string): Errand[] {
  if (blownAt === undefined) return [];
  return [...units, ...partners]
    .filter(({ status }) => status !== 'released' && status !== 'accepted')
    .map(({ task }) => ({
      process: 'task',
      id: task,
      command: { type: 'release', words },
      together: 'may',
    }));
}

function calledOff(whistle: Whistle, words: string): Errand[] {
  const type = whistle.blownAt === undefined ? 'turnDown' : 'recall';
  return toAppeal(whistle, { type, whistle: whistle.id, words: `撤哨：${words}` }, 'may');
}

export function notices(whistle: Whistle, { fact }: Event<Fact | Missed>): Notice[] {
  const tell = (about: string, ...to: readonly Recipient[]): Notice[] =>
    to.map((each) => ({ to: each, about: `whistle.${about}`, process: 'whistle', id: whistle.id }));
  const desk = { role: 'coordinator' } as const;
  const leaders = [{ role: 'streetLeader' }, { role: 'secretary' }] as const;
  switch (fact.type) {
    case 'asked':
      return tell('asked', { role: fact.approval === 'secretary' ? 'secretary' : 'streetLeader' });
    case 'blown':
      return whistle.theme === 'emergency' ? tell('emergency', desk, ...leaders) : [];
    case 'approved':
    case 'returned':
      return tell(fact.type, { person: whistle.blower });
    case 'delivered':
      return [...tell('delivered', desk), ...toJudge(whistle)];
    case 'escalated':
      return tell('escalated', { unit: fact.unit }, { role: 'supervisor' }, { role: 'secretary' });
    case 'missed':
      return fact.clock === 'archive'
        ? []
        : tell('missed', desk, ...(fact.clock === 'evaluate' ? [] : leaders));
    default:
      return [];
  }
}

/** A unit says what it thinks of the whistle where its own task lies. */
function toJudge({ units }: Whistle): Notice[] {
  return units
    .filter(isCounted)
    .map(({ unit, task }) => ({ to: { unit }, about: 'whistle.delivered', process: 'task', id: task }));
}

/** The clocks of the units run in their tasks; these are the street's own. */
export function deadlines(whistle: Whistle): Deadline[] {
  const { status, confirmedAt, clocks, missed } = whistle;
  const awaited: Readonly<Partial<Record<Status, readonly string[]>>> = {
    pendingApproval: ['approve'],
    mustering: ['confirm'],
    working: ['confirm'],
    delivered: ['confirm', 'evaluate'],
    evaluated: ['confirm', 'archive'],
  };
  const names = (awaited[status] ?? []).filter((name) => name !== 'confirm' || confirmedAt === undefined);
  return running(clocks, missed, names);
}

/** On which desk of the street it lies. */
const deskOf: Readonly<Record<Status, 'approval' | 'open' | 'evaluate' | 'done'>> = {
  pendingApproval: 'approval',
  mustering: 'open',
  working: 'open',
  delivered: 'evaluate',
  evaluated: 'done',
  archived: 'done',
  returned: 'done',
  cancelled: 'done',
};

export function index(whistle: Whistle): Index {
  const wake = deadlines(whistle).map(({ dueAt }) => dueAt);
  return {
    desk: deskOf[whistle.status],
    at: whistle.blownAt ?? whistle.askedAt,
    wakeAt: wake.length > 0 ? Math.min(...wake) : null,
  };
}
