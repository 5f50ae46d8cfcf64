import type { Context, Errand, Event, Line, Missed, Process } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { matterName, type Office, unitName } from '../office/office.ts';
import { decide } from './decide.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Sign } from './sign.ts';
import { signStatus } from './words.ts';

export interface View extends Sign {
  /** 「一号网格 · 路灯不亮」. */
  readonly zh: string;
}

/** What has been dealt with stays dealt with, also where a new sign is. */
function evolve(sign: Sign | undefined, { stream, at, fact }: Event<Fact | Missed>): Sign {
  if (fact.type === 'missed') throw new Refusal('not-now', '苗头没有时限');
  const { grid, matter, appeals } = fact;
  const known = new Set(appeals.map(({ id }) => id));
  const before = (sign?.appeals ?? []).filter(({ id }) => !known.has(id));
  const into = fact.type === 'dismissed' ? undefined : fact.into;
  const all = [...before, ...appeals].slice(-remembered);
  return { id: stream, status: fact.type, grid, matter, handledAt: at, appeals: all, into };
}

/** As many as one command may name, twice. */
const remembered = 400;

/** The appeal, or the topic, comes about in the same moment, or nothing does. */
function errands({ grid, matter, into }: Sign, { fact }: Event<Fact | Missed>): Errand[] {
  if (into === undefined) return [];
  if (fact.type === 'patrolled') {
    const { words: text, units, appeals } = fact;
    const command = { type: 'patrol', text: withEvidence(text, appeals), matter, grid, units };
    return [{ process: 'appeal', id: into, command, together: 'must' }];
  }
  if (fact.type !== 'tabled') return [];
  const words = withEvidence(fact.words, fact.appeals);
  const command = { type: 'raise', agenda: 'weekly', reason: 'manual', title: titleOf(fact.words), words };
  return [{ process: 'topic', id: into, command, together: 'must' }];
}

const mostNumbers = 20;

function withEvidence(words: string, appeals: Sign['appeals']): string {
  const numbers = appeals.slice(0, mostNumbers).map(({ number }) => number);
  const more = appeals.length > numbers.length ? `等 ${appeals.length} 件` : '';
  return `${words}\n依据：${numbers.join('、')}${more}`;
}

/** The first clause of what is to be talked about. */
function titleOf(words: string): string {
  return (words.split(/[：。\n]/)[0] ?? '').slice(0, 60);
}

/** The street's own business. */
function view(sign: Sign, { actor, office }: Context): View | undefined {
  const street = actor.roles.includes('coordinator') || actor.roles.includes('streetLeader');
  return street ? { ...sign, zh: nameOf(sign, office) } : undefined;
}

function nameOf({ grid, matter }: Sign, office: Office): string {
  return `${unitName(office, grid)} · ${matterName(office, matter)}`;
}

function line(_: Sign, { at, fact }: Event<Fact | Missed>, { office }: Context): Line | undefined {
  if (fact.type === 'missed') return undefined;
  return { at, who: office.zh, zh: signStatus[fact.type].zh, words: fact.words };
}

export const sign: Process<Sign, Command, Fact, View> = {
  name: 'sign',
  input,
  moves,
  decide,
  evolve,
  errands,
  notices: () => [],
  index: ({ handledAt }) => ({ at: handledAt }),
  view,
  line,
};
