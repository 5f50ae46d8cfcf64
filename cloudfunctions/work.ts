import type { Office } from '../domain/office/office.ts';
import type { Order, StateDoc } from './commit.ts';
import type { EventDoc } from './outbox.ts';
import type { Doc, Transaction } from './store.ts';

/** One run of a commit's transaction: what it comes to is written at its end, each document once. */
export interface Work {
  readonly now: number;
  readonly office: Office;
  readonly mayGuess: boolean;
  /** Something was taken to be not there yet. */
  guessed: boolean;
  /** The states it has changed so far. */
  readonly states: Map<string, Changed>;
  readonly events: EventDoc[];
  readonly inbox: Map<string, Doc>;
  /** Errands of the same transaction, in the order in which they came up. */
  readonly together: { readonly order: Order; readonly must: boolean }[];
}

interface Changed {
  readonly process: string;
  readonly doc: StateDoc;
  readonly way: 'create' | 'put';
}

export function begin(now: number, office: Office, mayGuess: boolean): Work {
  const nothing = { states: new Map(), events: [], inbox: new Map(), together: [] };
  return { now, office, mayGuess, guessed: false, ...nothing };
}

/** What the work has made of a state; where it has not touched it, as it lies in the store. */
export async function stateOf(tx: Transaction, work: Work, process: string, id: string) {
  return work.states.get(keyOf(process, id))?.doc ?? (await tx.get<StateDoc>(process, id));
}

export function isChanged({ states }: Work, process: string, id: string): boolean {
  return states.has(keyOf(process, id));
}

/** `way`: how it is to be written, unless that is settled already. */
export function change({ states }: Work, changed: Changed): void {
  const key = keyOf(changed.process, changed.doc._id);
  states.set(key, { ...changed, way: states.get(key)?.way ?? changed.way });
}

export async function write(tx: Transaction, { states, events, inbox }: Work): Promise<void> {
  for (const { process, doc, way } of states.values()) await tx[way](process, doc);
  for (const doc of events) await tx.create('event', doc);
  for (const doc of inbox.values()) await tx.put('inbox', doc);
}

function keyOf(process: string, id: string): string {
  return `${process} ${id}`;
}
