import type { Line } from '../../domain/kernel/process.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { EventDoc } from '../outbox.ts';
import { type Asking, contextOf } from './asking.ts';

export interface Stored {
  readonly name: string;
  readonly doc: StateDoc;
}

/** Events shown of one stream; a history longer than that shows its beginning. */
const longest = 500;
const page = 1000;

/** One history of all of them, in order of time; what happened at once stands in the order they are named in. */
export async function linesOf(asking: Asking, stored: readonly Stored[]): Promise<Line[]> {
  const streamOf = ({ name, doc }: Stored) => `${name}.${doc._id}`;
  const events = await eventsOf(asking, stored.map(streamOf));
  const lines = stored.flatMap((one) => {
    const context = contextOf(asking, one.doc._id);
    const own = events.filter(({ stream }) => stream === streamOf(one));
    return own.flatMap(({ event }) => processOf(one.name).line(one.doc.state, event, context) ?? []);
  });
  return lines.toSorted((one, other) => one.at - other.at);
}

/** The events of these streams, by one question where a page holds them. */
async function eventsOf({ cloud }: Asking, streams: readonly string[]): Promise<EventDoc[]> {
  const where = { stream: { in: streams }, seq: { lte: longest } };
  const query = {
    collection: 'event',
    where,
    orderBy: { field: 'seq', direction: 'asc' },
    limit: page,
  } as const;
  const events: EventDoc[] = [];
  for (let last: EventDoc | undefined, more = true; more; last = events.at(-1)) {
    const after = last && { after: { value: last.seq, id: last._id } };
    const found = await cloud.store.find<EventDoc>({ ...query, ...after });
    events.push(...found);
    more = found.length === page;
  }
  return events;
}
