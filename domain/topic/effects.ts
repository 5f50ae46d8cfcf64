import type { Errand, Event, Index, Missed, Notice } from '../kernel/process.ts';
import type { Clock } from '../time/clock.ts';
import { above } from './steps.ts';
import type { Fact, Mandate, Topic } from './topic.ts';

type Decided = Extract<Fact, { type: 'decided' }>;

/** 议定的事当场交下去：挂在诉求上的，交给诉求；没有挂的，直接交给单位. */
export function errands(topic: Topic, { seq, fact }: Event<Fact | Missed>): Errand[] {
  if (fact.type === 'settled' && topic.about) return [offAgenda(topic.about.appeal, fact.words)];
  if (fact.type !== 'decided') return [];
  return topic.about ? [toAppeal(topic.about.appeal, fact)] : toUnits(topic, seq, fact);
}

function offAgenda(appeal: string, words: string): Errand {
  return { process: 'appeal', id: appeal, command: { type: 'offAgenda', words }, together: 'may' };
}

function toAppeal(appeal: string, { decision, agenda, due }: Decided): Errand {
  return { process: 'appeal', id: appeal, command: said(), together: 'must' };

  function said(): Errand['command'] {
    switch (decision.way) {
      case 'assign':
        return { type: 'mandate', units: unitsOf(decision), words: decision.words, due };
      case 'climb':
        return { type: 'climb', step: above(agenda), reason: 'manual', words: decision.words };
      case 'close':
        return { type: 'offAgenda', words: decision.words };
    }
  }
}

function unitsOf({ lead, assists }: Mandate) {
  return [
    { unit: lead, role: 'lead' as const },
    ...assists.map((unit) => ({ unit, role: 'assist' as const })),
  ];
}

function toUnits({ id, title }: Topic, seq: number, { decision, due }: Decided): Errand[] {
  if (decision.way !== 'assign') return [];
  return unitsOf(decision).map(({ unit, role }) => taskFor(unit, role, due));

  function taskFor(unit: string, role: 'lead' | 'assist', finish: Clock | undefined): Errand {
    const need = decision.words;
    const command = { type: 'assign', unit, role, need, brief: { title }, finish };
    return { process: 'task', id: `${id}-m${seq}-${unit}`, command, together: 'must' };
  }
}

export function notices({ id }: Topic, { fact }: Event<Fact | Missed>): Notice[] {
  if (fact.type !== 'raised') return [];
  const to = fact.agenda === 'weekly' ? 'coordinator' : 'secretary';
  return [{ to: { role: to }, about: 'topic.raised', process: 'topic', id }];
}

export function index({ status, agenda, raisedAt }: Topic): Index {
  return { agenda: status === 'open' ? agenda : 'none', at: raisedAt };
}
