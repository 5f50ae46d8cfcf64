import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { RollupDoc } from '../../cloudfunctions/rollups.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { type Counts, plus } from '../../domain/figures/counts.ts';
import { tallied, talliesOf } from '../../domain/figures/index.ts';
import { increments, type Tally } from '../../domain/figures/tally.ts';
import type { ProcessName } from '../../domain/registry.ts';
import { office } from './office.ts';
import { type Any, processOf, type State } from './world.ts';

type Cells = Readonly<Record<string, Counts>>;

/** Every stream counted from its events alone, one after the other: what the roll-ups must say, by `month.by.cell`. */
export function recounted(events: readonly EventDoc[]): Cells {
  const cells: Record<string, Counts> = {};
  const replies: string[] = [];
  for (const stream of new Set(events.map(({ stream }) => stream))) {
    const own = events.filter((each) => each.stream === stream).sort((one, other) => one.seq - other.seq);
    const last = countEach(own, cells);
    for (const { month, cells: where, reply } of last)
      if (reply) replies.push(`${month}.unit.${where.unit} ${reply}`);
  }
  for (const [place, reply] of replies.entries()) {
    const [unit = ''] = reply.split(' ');
    if (replies.indexOf(reply) < place) cells[unit] = plus(cells[unit] ?? {}, { copied: 1 });
  }
  return Object.fromEntries(Object.entries(cells).filter(([, counts]) => Object.keys(counts).length > 0));
}

function countEach(events: readonly EventDoc[], cells: Record<string, Counts>): readonly Tally[] {
  let state: State | undefined;
  let tallies: readonly Tally[] = [];
  for (const { process: name, event } of events) {
    if (!tallied.includes(name)) return [];
    const process: Any = processOf(name as ProcessName);
    state = process.evolve(state, event as Parameters<Any['evolve']>[1]);
    const after = talliesOf(name, state, office);
    for (const { month, by, key, day, counts } of increments(tallies, after)) {
      const cell = [month, by, key, ...(day ? [day] : [])].join('.');
      cells[cell] = plus(cells[cell] ?? {}, counts);
    }
    tallies = after;
  }
  return tallies;
}

/** What the roll-ups say, in the same form. */
export function cellsIn(docs: readonly Doc[]): Cells {
  return Object.fromEntries(
    (docs as readonly RollupDoc[])
      .filter(({ by }) => by !== 'reply')
      .flatMap(({ _id, cells }) => Object.entries(cells).map(([key, counts]) => [`${_id}.${key}`, counts])),
  );
}
