import type { Event, Line } from '../../domain/kernel/process.ts';
import { processOf } from '../commit.ts';
import type { EventDoc } from '../outbox.ts';
import { MOST_BRANCHES } from '../plan.ts';
import { type Asking, contextOf } from './asking.ts';
import type { Stored } from './seen.ts';

/** Events shown of one stream; a history longer than that shows its beginning. */
const longest = 500;
const page = 1000;

/** What is left of a line for somebody who may not read all of it. */
type Hush = (line: Line, of: { readonly name: string; readonly event: Event<unknown> }) => Line;

/** The history of each of them as the asker may read it, by one question where a page holds it. */
export async function linesOf(
  asking: Asking,
  stored: readonly Stored[],
  hush: Hush = (line) => line,
): Promise<Line[][]> {
  const streams = stored.map(({ name, doc }) => `${name}.${doc._id}`);
  const events: EventDoc[] = [];
  for (let from = 0; from < streams.length; from += MOST_BRANCHES)
    events.push(...(await eventsOf(asking, streams.slice(from, from + MOST_BRANCHES))));
  return stored.map(({ name, doc }, place) => {
    const context = contextOf(asking, doc._id);
    const own = events.filter(({ stream }) => stream === streams[place]);
    return own.flatMap(({ event }) => {
      const line = processOf(name).line(doc.state, event, context);
      return line ? [hush(line, { name, event })] : [];
    });
  });
}

async function eventsOf({ cloud }: Asking, streams: readonly string[]): Promise<EventDoc[]> {
  const where = { stream: { in: streams }, seq: { lte: longest } };
  const orderBy = { field: 'seq', direction: 'asc' } as const;
  const query = { collection: 'event', where, orderBy, limit: page };
  const events: EventDoc[] = [];
  for (let last: EventDoc | undefined, more = true; more; last = events.at(-1)) {
    const after = last && { after: { value: last.seq, id: last._id } };
    const found = await cloud.store.find<EventDoc>({ ...query, ...after });
    events.push(...found);
    more = found.length === page;
  }
  return events;
}
