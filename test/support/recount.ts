import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { RollupDoc } from '../../cloudfunctions/rollups.ts';
import type { Doc } from '../../cloudfunctions/store.ts';
import { type Counts, plus } from '../../domain/figures/counts.ts';
import { tallied, tallyOf } from '../../domain/figures/index.ts';
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
    if (last?.reply) replies.push(`${last.month}.unit.${last.cells.unit} ${last.reply}`);
  }
  for (const [place, reply] of replies.entries()) {
    const [unit = ''] = reply.split(' ');
    if (replies.indexOf(reply) < place) cells[unit] = plus(cells[unit] ?? {}, { copied: 1 });
  }
  return Object.fromEntries(Object.entries(cells).filter(([, counts]) => Object.keys(counts).length > 0));
}

function countEach(events: readonly EventDoc[], cells: Record<string, Counts>): Tally | undefined {
  let state: State | undefined;
  let tally: Tally | undefined;
  for (const { process: name, event } of events) {
    if (!tallied.includes(name)) return undefined;
    const process: Any = processOf(name as ProcessName);
    state = process.evolve(state, event as Parameters<Any['evolve']>[1]);
    const after = tallyOf(name, state, office);
    for (const { month, by, key, counts } of increments(tally, after)) {
      const cell = `${month}.${by}.${key}`;
      cells[cell] = plus(cells[cell] ?? {}, counts);
    }
    tally = after;
  }
  return tally;
}

/** What the roll-ups say, in the same form. */
export function cellsIn(docs: readonly Doc[]): Cells {
  return Object.fromEntries(
    (docs as readonly RollupDoc[])
      .filter(({ by }) => by !== 'reply')
      .flatMap(({ _id, cells }) => Object.entries(cells).map(([key, counts]) => [`${_id}.${key}`, counts])),
  );
}
