import { setTimeout as pause } from 'node:timers/promises';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import type { Answer } from '../../domain/contract.ts';
import type { Way } from '../../local/journey/caller.ts';
import { journey } from '../../local/journey/journey.ts';
import { replay } from '../../local/journey/replay.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { run } from './child.ts';

export interface Order {
  readonly person: string;
  readonly request: { readonly commandId: string; readonly process: string; readonly id: string };
}

/** What was answered, and what was sent and never was. */
export interface Sent {
  readonly acknowledged: Order[];
  readonly unknown: Order[];
}

export interface Running {
  readonly url: string;
  kill(): Promise<void>;
}

/** A host in a process of its own, once it takes calls. */
export async function start(
  program: string,
  data: string,
  store: readonly string[] = [],
  stderr?: 'ignore',
): Promise<Running> {
  const { child, until, ended } = run(process.execPath, [program, data, ...store], stderr);
  let port = '';
  await until((line) => {
    port = line;
    return true;
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended();
  };
  return { url: `http://127.0.0.1:${port}`, kill };
}

/**
 * The way to a host, remembering what became of each command. `stubborn`: what was not answered, or answered with a
 * fault, is sent again, as the pages do, until it is done.
 */
export function wayTo({ url }: Running, { acknowledged, unknown }: Sent, stubborn = false): Way {
  const tokens = new Map<string, Promise<string>>();
  const opened = async (person: string) => {
    const { token } = (await post(`${url}/session`, '', { code: `demo:${person}` })) as { token?: string };
    if (token === undefined) throw new Error('no session');
    return token;
  };
  const tokenOf = (person: string) => {
    const token = tokens.get(person) ?? opened(person);
    token.catch(() => tokens.delete(person));
    tokens.set(person, token);
    return token;
  };
  const once = async (person: string, request: object) =>
    (await post(`${url}/api`, await tokenOf(person), request)) as Answer;
  return async (person, request) => {
    const order = 'commandId' in request ? { person, request: request as Order['request'] } : undefined;
    for (;;) {
      const answer = await once(person, request).catch(() => undefined);
      if (answer && (answer.ok || answer.kind !== 'fault')) {
        if (order && answer.ok) acknowledged.push(order);
        return answer;
      }
      if (stubborn) await pause(50);
      else {
        if (order) unknown.push(order);
        throw new Error('no answer');
      }
    }
  };
}

async function post(url: string, token: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

const text = '河边的栏杆断了一截，孩子放学都从那里走，请尽快修好。';
const [matter] = demoOffice.matters;

/** Takes appeals from submitted to handed in, one after another, until the way ends or it is told to stop. */
export async function sendUntil(stopped: () => boolean, way: Way, from: string): Promise<void> {
  const steps = journey(way, demoPeople, 'coordinator-pubu');
  while (!stopped()) {
    const id = await steps.submit({ from, text, identity: 'open' });
    await steps.accept(id, { kind: 'help', tier: 'T3', matter: matter?.id ?? '' });
    await steps.dispatch(id, [{ unit: matter?.lead ?? '', role: 'lead' }]);
    for (const { unit, task } of await steps.tasks(id)) {
      await steps.acknowledge(unit, task);
      await steps.work(unit, task, '到现场查看并处理。');
      await steps.submitTask(unit, task, '处理完毕，现场已恢复。');
    }
  }
}

/** What is wrong in a store after all this; nothing should be. */
export async function wrongIn(store: Store, { acknowledged, unknown }: Sent): Promise<string[]> {
  const events = await everything<EventDoc>(store, 'event');
  const facts = events.map(({ stream, commandId, event }) => `${commandId} ${stream} ${event.fact.type}`);
  const known = new Set(events.map(({ stream, commandId }) => `${commandId} ${stream}`));
  const stream = ({ request }: Order) => `${request.process}.${request.id}`;
  const streams = new Set(events.map(({ stream }) => stream));
  const inbox = await everything<Doc & { readonly process: string; readonly id: string }>(store, 'inbox');
  const tasks = await everything<Doc & { readonly appeal: string }>(store, 'task');
  const appeals = new Set((await everything(store, 'appeal')).map(({ _id }) => _id));
  return [
    ...[...acknowledged, ...unknown]
      .filter((order) => !known.has(`${order.request.commandId} ${stream(order)}`))
      .map((order) => `lost: ${order.request.commandId} ${stream(order)}`),
    ...facts.filter((fact, place) => facts.indexOf(fact) !== place).map((fact) => `twice: ${fact}`),
    ...events
      .filter(({ pendingAt, deadAt }) => pendingAt !== null || deadAt !== null)
      .map(({ _id }) => `errands left: ${_id}`),
    ...inbox
      .filter(({ process, id }) => !streams.has(`${process}.${id}`))
      .map(({ _id }) => `a notice of nothing: ${_id}`),
    ...tasks.filter(({ appeal }) => !appeals.has(appeal)).map(({ _id }) => `a task of nothing: ${_id}`),
    ...(await replay(store)).different.map((each) => `not the fold of its events: ${each}`),
  ];
}

async function everything<D extends Doc>(store: Store, collection: string): Promise<D[]> {
  const all: D[] = [];
  for (let more = true; more; ) {
    const last = all.at(-1);
    const after = last && { after: { value: null, id: last._id } };
    const docs = await store.find<D>({ collection, where: {}, limit: 1000, ...after });
    all.push(...docs);
    more = docs.length === 1000;
  }
  return all;
}
