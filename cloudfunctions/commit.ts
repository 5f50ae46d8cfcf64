import { createHash } from 'node:crypto';
import type { Actor, Context, Errand, Event, Missed, Notice, Process } from '../domain/kernel/process.ts';
import { must, Refusal } from '../domain/kernel/refusal.ts';
import type { Office } from '../domain/office/office.ts';
import { registry } from '../domain/registry.ts';
import type { Cloud } from './cloud.ts';
import type { Doc, Transaction } from './store.ts';

interface Status {
  readonly status: string;
}
type Fact = { readonly type: string };
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
  readonly obeyed: readonly { readonly id: string; readonly digest: string }[];
}

/** A stored event. `pendingAt`: its errands are not all done; whoever comes after that time takes them on. */
export interface EventDoc extends Doc {
  readonly stream: string;
  readonly process: string;
  readonly event: Event<Fact>;
  readonly seq: number;
  readonly commandId: string;
  readonly errands: readonly Errand[];
  readonly pendingAt: number | null;
  readonly deadAt: number | null;
  readonly attempts: number;
}

export interface Committed {
  readonly state: Status;
  /** Events of this commit that have errands to run. */
  readonly pending: readonly EventDoc[];
}

/** How long the one who committed has to run the errands himself before the sweep does, in ms. */
export const lease = 30_000;
/** A process remembers this many of its last commands. */
const remembered = 256;
const system: Actor = { id: 'system', roles: ['system'] };

export function processOf(name: string): AnyProcess {
  const known = registry[name as keyof typeof registry] as unknown as AnyProcess | undefined;
  if (!Object.hasOwn(registry, name) || !known) throw new Refusal('not-found', '没有找到');
  return known;
}

/** Load, decide, write: state, events, notices and errands in one transaction, with all that must not come apart. */
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
  const digest = digestOf(order.command);
  const before = doc?.obeyed.find((each) => order.commandId !== '' && each.id === order.commandId);
  if (doc && before) {
    must(before.digest === digest, 'command-reused', '这个操作编号已用过，请刷新后重试');
    return doc.state;
  }
  mustSee(process, doc?.state, order, context);
  const history = happen(process, doc, order, context);
  if (history.state === undefined) throw new Refusal('not-found', '没有找到');
  if (history.events.length === 0) return history.state;
  const obeyed = [...(doc?.obeyed ?? []), { id: order.commandId, digest }].slice(-remembered);
  await tx.put(process.name, {
    _id: order.id,
    ...process.index(history.state),
    version: (doc?.version ?? 0) + history.events.length,
    state: history.state,
    obeyed: order.commandId === '' ? (doc?.obeyed ?? []) : obeyed,
  });
  for (const { event, state } of history.events) await record(tx, process, state, event, order, work);
  return history.state;
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

interface History {
  readonly state: Status | undefined;
  readonly events: readonly { readonly event: Event<Fact>; readonly state: Status }[];
}

/** First the clocks that ran out before now, then what the command brings about. */
function happen(process: AnyProcess, doc: StateDoc | undefined, order: Order, context: Context): History {
  const events: { event: Event<Fact>; state: Status }[] = [];
  let state = doc?.state;
  const add = (facts: readonly Fact[], by: Actor) => {
    for (const fact of facts) {
      const seq = (doc?.version ?? 0) + events.length + 1;
      const event = { stream: order.id, seq, at: context.now, by, fact };
      state = process.evolve(state, event);
      events.push({ event, state });
    }
  };
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
  state: Status,
  event: Event<Fact>,
  order: Order,
  work: Work,
): Promise<void> {
  const stream = `${process.name}.${event.stream}`;
  const errands = process.errands(state, event);
  const later = errands.filter((errand) => !errand.together);
  const doc: EventDoc = {
    _id: `${stream}.${event.seq}`,
    stream,
    process: process.name,
    event,
    seq: event.seq,
    commandId: order.commandId,
    errands: later,
    pendingAt: later.length > 0 ? work.now + lease : null,
    deadAt: null,
    attempts: 0,
  };
  await tx.create('event', doc);
  if (later.length > 0) work.pending.push(doc);
  for (const [place, notice] of process.notices(state, event).entries()) {
    await tx.create('inbox', inboxDoc(notice, `${doc._id}.${place}`, event.at));
  }
  for (const [place, errand] of errands.entries()) {
    if (!errand.together) continue;
    const actor: Actor = { ...order.actor, roles: ['system'] };
    await obey(tx, { ...errand, commandId: `${doc._id}.e${place}`, actor }, work);
  }
}

function inboxDoc({ to, about, process, id }: Notice, _id: string, at: number): Doc {
  const [[kind, name] = []] = Object.entries(to);
  return { _id, to: `${kind}:${name}`, about, process, id, at };
}

function digestOf(command: Command): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 16);
}
