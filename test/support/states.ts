import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { registry } from '../../domain/registry.ts';
import type { Desk } from './desk.ts';

const processes = Object.keys(registry) as (keyof typeof registry)[];

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
      const evolve = registry[name].evolve as (state: unknown, event: unknown) => unknown;
      const folded = own.reduce<unknown>((state, { event }) => evolve(state, event), undefined);
      expect(JSON.parse(JSON.stringify(folded))).toEqual(doc.state);
      found[`${name}.${doc._id}`] = JSON.parse(JSON.stringify(doc.state).replace(/\b\d{13}\b/g, '0'));
    }
  }
  found.inbox = (await desk.all('inbox')).map(({ to, about, id }) => `${to} ${about} ${id}`).sort();
  return found;
}
