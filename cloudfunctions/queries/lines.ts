import type { Line } from '../../domain/kernel/process.ts';
import { processOf, type StateDoc } from '../commit.ts';
import type { EventDoc } from '../outbox.ts';
import { type Asking, contextOf } from './asking.ts';

/** Events shown of one stream; a history longer than that shows its beginning. */
const longest = 500;

/** The history of one thing as the asker may read it. */
export async function linesOf(asking: Asking, name: string, doc: StateDoc): Promise<Line[]> {
  const events = await asking.cloud.store.find<EventDoc>({
    collection: 'event',
    where: { stream: `${name}.${doc._id}` },
    orderBy: { field: 'seq', direction: 'asc' },
    limit: longest,
  });
  const context = contextOf(asking, doc._id);
  return events.flatMap(({ event }) => processOf(name).line(doc.state, event, context) ?? []);
}
