import { createHash } from 'node:crypto';
import type { Actor, Context, Process } from '../domain/kernel/process.ts';
import { must, Refusal } from '../domain/kernel/refusal.ts';
import { registry } from '../domain/registry.ts';
import type { Cloud } from './cloud.ts';
import { type Happened, happen, replay, system } from './history.ts';
import { type EventDoc, post } from './outbox.ts';
import { type Tallied, uncounted } from './project.ts';
import { Conflict, type Doc, type Transaction } from './store.ts';
import { begin, change, isChanged, stateOf, type Work, write } from './work.ts';

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
export interface StateDoc extends Doc, Tallied {
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

export function processOf(name: string): AnyProcess {
  const known = registry[name as keyof typeof registry] as unknown as AnyProcess | undefined;
  if (!Object.hasOwn(registry, name) || !known) throw new Refusal('not-found', '没有找到');
  return known;
}

/** What is written in the transaction of a commit beside what its command brings about. */
export type Beside = (tx: Transaction) => Promise<void>;

/**
 * Load, decide, write: state, events, notices and errands in one transaction, with all that must not come apart.
 * A command that comes again is answered as the first time. What only ever begins something is first tried
 * without looking whether that is there: a lookup is a call people pay for.
 */
export async function commit(cloud: Cloud, order: Order, beside?: Beside): Promise<Committed> {
  const office = await cloud.office();
  let guessed = false;
  const attempt = (mayGuess: boolean) =>
    cloud.store.transact(async (tx) => {
      const work = begin(cloud.now(), office, mayGuess);
      try {
        const state = await obey(tx, order, work);
        await follow(tx, work);
        await write(tx, work);
        await beside?.(tx);
        return { state, pending: work.events.filter(({ pendingAt }) => pendingAt !== null) };
      } finally {
        guessed = work.guessed;
      }
    });
  try {
    return await attempt(true);
  } catch (error) {
    if (!guessed || !(error instanceof Conflict || error instanceof Refusal)) throw error;
    return attempt(false);
  }
}

/** Puts the clocks that ran out on the record, and nothing else. */
export async function tick(cloud: Cloud, process: string, id: string): Promise<Committed> {
  return commit(cloud, { process, id, command: { type: 'tick' }, commandId: '', actor: system });
}

async function obey(tx: Transaction, order: Order, work: Work): Promise<Status> {
  const process = processOf(order.process);
  const context = { id: order.id, now: work.now, actor: order.actor, office: work.office };
  const { mayGuess } = work;
  const guess = mayGuess && begins(process, order.command) && !isChanged(work, process.name, order.id);
  work.guessed ||= guess;
  const doc = guess ? undefined : await stateOf(tx, work, process.name, order.id);
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
  const next: StateDoc = {
    _id: order.id,
    ...process.index(state),
    ...uncounted(process.name, doc, work.now),
    version,
    state,
    obeyed: [...(doc?.obeyed ?? []), ...obeyed].slice(-remembered),
  };
  change(work, { process: process.name, doc: next, way: guess ? 'create' : 'put' });
  for (const each of events) record(process, each, order, work);
  return state;
}

/** Whether the command has a place only where nothing is yet. */
function begins({ moves }: AnyProcess, { type }: Command): boolean {
  const from = moves[type]?.from;
  return from?.length === 1 && from[0] === 'new';
}

/** Runs the errands of the transaction, and those they bring in turn: first come, first served. */
async function follow(tx: Transaction, work: Work): Promise<void> {
  for (let next = work.together.shift(); next; next = work.together.shift()) {
    try {
      await obey(tx, next.order, work);
    } catch (error) {
      if (next.must || !(error instanceof Refusal)) throw error;
    }
  }
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

function record(process: AnyProcess, { state, event }: Happened, order: Order, work: Work): void {
  const { doc, inbox, together } = post(process, state, event, order.commandId, work.office);
  work.events.push(doc);
  for (const notice of inbox) work.inbox.set(notice._id, notice);
  const actor: Actor = { ...order.actor, roles: ['system'] };
  for (const { errand, commandId } of together)
    work.together.push({ order: { ...errand, commandId, actor }, must: errand.together === 'must' });
}

function digestOf(command: Command): string {
  return createHash('sha256').update(JSON.stringify(command)).digest('base64url').slice(0, 16);
}
