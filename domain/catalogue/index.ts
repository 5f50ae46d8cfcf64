import type { Context, Event, Line, Missed, Process } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Matter } from '../office/office.ts';
import { unitName } from '../office/office.ts';
import type { Changes, Command, Fact } from './catalogue.ts';
import { decide } from './decide.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';

/** A row written again for the same day and place takes the place of the one before. */
function evolve(changes: Changes | undefined, { stream, fact }: Event<Fact | Missed>): Changes {
  if (fact.type === 'missed') throw new Refusal('not-now', '目录没有时限');
  const others = (changes?.rows ?? []).filter((row) => keyOf(row) !== keyOf(fact.row));
  return { id: stream, status: 'inForce', rows: [...others, fact.row] };
}

const keyOf = ({ id, areas = [], from = '' }: Matter) => [id, from, ...areas].join('@');

/** The street's own business: nobody else sees it being written. */
function view(changes: Changes, { actor }: Context): Changes | undefined {
  return actor.roles.includes('coordinator') || actor.roles.includes('streetLeader') ? changes : undefined;
}

function line(_: Changes, { at, fact }: Event<Fact | Missed>, { office }: Context): Line | undefined {
  if (fact.type === 'missed') return undefined;
  const { row, words } = fact;
  const zh =
    fact.type === 'retired'
      ? `停用“${row.zh}”，自 ${row.until} 之后`
      : `“${row.zh}”由${unitName(office, row.lead)}主办，自 ${row.from} 起`;
  return { at, who: office.zh, zh, words };
}

export const catalogue: Process<Changes, Command, Fact, Changes> = {
  name: 'catalogue',
  input,
  moves,
  decide,
  evolve,
  errands: () => [],
  notices: () => [],
  deadlines: () => [],
  index: () => ({ wakeAt: null }),
  view,
  line,
};
