import { createHash } from 'node:crypto';
import type { Actor, Context, Event, Missed, Process } from '../domain/kernel/process.ts';
import { must, Refusal } from '../domain/kernel/refusal.ts';
import type { Office } from '../domain/office/office.ts';
import { registry } from '../domain/registry.ts';
import type { Cloud } from './cloud.ts';
import { type EventDoc, post } from './outbox.ts';
import type { Doc, Transaction } from './store.ts';

export interface Status {
  readonly status: string;
}
export type Fact = { readonly type: string };
type Command = { readonly type: string };
export type AnyProcess = Process<Status, Command, Fact, unknown>;

/** One command for one process. `commandId` is the sender's: the same one does one thing, however often it comes. */
export interface Order {
  readonly process: string;
  readonly id: string;
  readonly command: Command;
  readonly commandId: string;
  readonly actor: Actor;
}

/** A stored state: the fold of its events up to `version`, its index fields, and the commands it has obeyed. */
export interface StateDoc extends Doc {
  readonly version: number;
  readonly state: Status;
  readonly obeyed: readonly Obeyed[];
}

/** A command that was done, and the version it led to. */
interface Obeyed {
  readonly id: string;
  readonly digest: string;
  readonly version: number;
}

export interface Committed {
  readonly state: Status;
  /** Events of this commit that have errands to run. */
  readonly pending: readonly EventDoc[];
}

/** A process remembers this many of its last commands. */
const remembered = 256;
const system: Actor = { id: 'system', roles: ['system'] };

export function processOf(name: string): AnyProcess {
  const known = registry[name as keyof typeof registry] as unknown as AnyProcess | undefined;
  if (!Object.hasOwn(registry, name) || !known) throw new Refusal('not-found', '没有找到');
  return known;
}

/**
 * Load, decide, write: state, events, notices and errands in one transaction, with all that must not come apart.
 * A command that comes again is answered as the first time.
 */
export async function commit(cloud: Cloud, order: Order): Promise<Committed> {
  const office = await cloud.office();
  return cloud.store.transact(async (tx) => {
    const pending: EventDoc[] = [];
    const state = await obey(tx, order, { now: cloud.now(), office, pending });
    return { state, pending };
  });
}

/** Puts the clocks that ran out on the record, and nothing else. */
export async function tick(cloud: Cloud, process: string, id: string): Promise<Committed> {
  return commit(cloud, { process, id, command: { type: 'tick' }, commandId: '', actor: system });
}

interface Work {
  readonly now: number;
  readonly office: Office;
  readonly pending: EventDoc[];
}

async function obey(tx: Transaction, order: Order, work: Work): Promise<Status> {
  const process = processOf(order.process);
  const context = { id: order.id, now: work.now, actor: order.actor, office: work.office };
  const doc = await tx.get<StateDoc>(process.name, order.id);
  mustSee(process, doc?.state, order, context);
  const digest = digestOf(order.command);
  const before = doc?.obeyed.find((each) => order.commandId !== '' && each.id === order.commandId);
  if (doc && before) {
    must(before.digest === digest, 'command-reused', '这个操作编号已用过，请刷新后重试');
    return before.version === doc.version ? doc.state : replay(tx, process, order.id, before.version);
  }
  const { state, events } = happen(process, doc, order, context);
  if (state === undefined) throw new Refusal('not-found', '没有找到');
  if (events.length === 0) return state;
  const version = (doc?.version ?? 0) + events.length;
  const obeyed = order.commandId === '' ? [] : [{ id: order.commandId, digest, version }];
  await tx.put(process.name, {
    _id: order.id,
    ...process.index(state),
    version,
    state,
    obeyed: [...(doc?.obeyed ?? []), ...obeyed].slice(-remembered),
  });
  for (const each of events) await record(tx, process, each, order, work);
  return state;
}

/** The state as it was at this version. */
async function replay(tx: Transaction, process: AnyProcess, id: string, version: number): Promise<Status> {
  let state: Status | undefined;
  for (let seq = 1; seq <= version; seq += 1) {
    const doc = await tx.get<EventDoc>('event', `${process.name}.${id}.${seq}`);
    if (doc) state = process.evolve(state, doc.event);
  }
  if (state === undefined) throw new Error(`${process.name} ${id} has no events`);
  return state;
}

/** Who may not see it gets the same answer as when it is not there. */
function mustSee(
  process: AnyProcess,
  state: Status | undefined,
  { command, actor }: Order,
  context: Context,
): void {
  if (actor.roles.includes('system')) return;
  const there =
    state === undefined ? process.moves[command.type]?.from.includes('new') : process.view(state, context);
  if (!there) throw new Refusal('not-found', '没有找到');
}

interface Happened {
  readonly event: Event<Fact>;
  readonly state: Status;
}

interface History {
  readonly state: Status | undefined;
  readonly events: readonly Happened[];
}

/** First the clocks by today's calendar, then those that ran out before now, then what the command brings about. */
function happen(process: AnyProcess, doc: StateDoc | undefined, order: Order, context: Context): History {
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
  return process
    .deadlines(state)
    .filter(({ dueAt }) => dueAt <= now)
    .map(({ clock, dueAt }) => ({ type: 'missed', clock, dueAt }));
}

function signed({ id, roles, unit }: Actor): Actor {
  return { id, roles, ...(unit && { unit }) };
}

async function record(
  tx: Transaction,
  process: AnyProcess,
  { state, event }: Happened,
  order: Order,
  work: Work,
): Promise<void> {
  const { doc, inbox, together } = post(process, state, event, order.commandId, work.office);
  await tx.create('event', doc);
  if (doc.pendingAt !== null) work.pending.push(doc);
  for (const notice of inbox) await tx.put('inbox', notice);
  const actor: Actor = { ...order.actor, roles: ['system'] };
  for (const { errand, commandId } of together) {
    try {
      await obey(tx, { ...errand, commandId, actor }, work);
    } catch (error) {
      if (errand.together === 'must' || !(error instanceof Refusal)) throw error;
    }
  }
}

function digestOf(command: Command): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 16);
}
