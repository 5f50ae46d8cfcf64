import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { type ProcessName, registry } from '../../domain/registry.ts';
import type { Desk } from './desk.ts';

const processes = Object.keys(registry) as ProcessName[];

/** Every state but for its instants; each must be the fold of its events, numbered without a gap. */
export async function states(desk: Desk): Promise<Record<string, unknown>> {
  const events = await desk.all<EventDoc>('event');
  const found: Record<string, unknown> = {};
  for (const name of processes) {
    for (const doc of await desk.all(name)) {
      const own = events
        .filter(({ stream }) => stream === `${name}.${doc._id}`)
        .sort((a, b) => a.seq - b.seq);
      expect(own.map(({ seq }) => seq)).toEqual(own.map((_, place) => place + 1));
      expect(JSON.parse(JSON.stringify(folded(name, own)))).toEqual(doc.state);
      found[`${name}.${doc._id}`] = timeless(doc.state);
    }
  }
  found.inbox = (await desk.all('inbox')).map(({ to, about, id }) => `${to} ${about} ${id}`).sort();
  return found;
}

/** The states a stream has been in since this command was obeyed, but for their instants. */
export async function statesSince(
  desk: Desk,
  name: ProcessName,
  id: string,
  command: string,
): Promise<unknown[]> {
  const stream = `${name}.${id}`;
  const orderBy = { field: 'seq', direction: 'asc' } as const;
  const own = await desk.store.find<EventDoc>({
    collection: 'event',
    where: { stream },
    orderBy,
    limit: 1000,
  });
  const obeyed = own.findLastIndex(({ commandId }) => commandId === command);
  return own.slice(obeyed).map((_, place) => timeless(folded(name, own.slice(0, obeyed + place + 1))));
}

function folded(name: ProcessName, events: readonly EventDoc[]): unknown {
  const evolve = registry[name].evolve as (state: unknown, event: unknown) => unknown;
  return events.reduce<unknown>((state, { event }) => evolve(state, event), undefined);
}

const timeless = (state: unknown) => JSON.parse(JSON.stringify(state).replace(/\b\d{13}\b/g, '0'));
