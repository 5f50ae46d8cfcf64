import type { Actor, Context, Event, Missed } from '../domain/kernel/process.ts';
import type { AnyProcess, Fact, Order, StateDoc, Status } from './commit.ts';
import type { EventDoc } from './outbox.ts';
import type { Transaction } from './store.ts';

export const system: Actor = { id: 'system', roles: ['system'] };

/** An event and the state it led to. */
export interface Happened {
  readonly event: Event<Fact>;
  readonly state: Status;
}

interface History {
  readonly state: Status | undefined;
  readonly events: readonly Happened[];
}

/** First the clocks by today's calendar, then those that ran out before now, then what the command brings about. */
export function happen(
  process: AnyProcess,
  doc: Pick<StateDoc, 'version' | 'state'> | undefined,
  order: Pick<Order, 'id' | 'command' | 'actor'>,
  context: Context,
): History {
  const events: Happened[] = [];
  let state = doc?.state;
  const add = (facts: readonly Fact[], by: Actor) => {
    for (const fact of facts) {
      const seq = (doc?.version ?? 0) + events.length + 1;
      const event = { stream: order.id, seq, at: context.now, by, fact };
      state = process.evolve(state, event);
      events.push({ event, state });
    }
  };
  if (state) add(process.recount?.(state, context) ?? [], system);
  if (state) add(overdue(process, state, context.now), system);
  if (order.command.type !== 'tick') add(process.decide(state, order.command, context), signed(order.actor));
  return { state, events };
}

function overdue(process: AnyProcess, state: Status, now: number): Missed[] {
  const due = process.deadlines?.(state).filter(({ dueAt }) => dueAt <= now) ?? [];
  return due.map(({ clock, dueAt }) => ({ type: 'missed', clock, dueAt }));
}

function signed({ id, roles, unit }: Actor): Actor {
  return { id, roles, ...(unit && { unit }) };
}

/** The state as it was at this version. */
export async function replay(
  tx: Transaction,
  process: AnyProcess,
  id: string,
  version: number,
): Promise<Status> {
  let state: Status | undefined;
  for (let seq = 1; seq <= version; seq += 1) {
    const doc = await tx.get<EventDoc>('event', `${process.name}.${id}.${seq}`);
    if (doc) state = process.evolve(state, doc.event);
  }
  if (state === undefined) throw new Error(`${process.name} ${id} has no events`);
  return state;
}
