import { randomBytes } from 'node:crypto';
import { nameless } from '../domain/appeal/chapters/forgetting.ts';
import { registry } from '../domain/registry.ts';
import type { Cloud } from './cloud.ts';
import type { StateDoc } from './commit.ts';
import { type FileDoc, isSound } from './handed-in.ts';
import type { EventDoc } from './outbox.ts';
import { personOf } from './people.ts';
import type { Doc, Store, Where } from './store.ts';

const page = 100;

/**
 * Takes a person out of an appeal that is over and out of all that came of it: in states and events stands a name
 * that nobody bears, another one for each appeal, so that nobody finds him again nor what else he asked for. The
 * events fold into the same states. The appeal itself comes last: until then he can ask again.
 */
export async function efface(cloud: Cloud, id: string, person: string): Promise<void> {
  const { store } = cloud;
  const nobody = `nobody-${randomBytes(16).toString('hex')}`;
  const own = await streamsOf(store, id);
  const links = new Set<string>();
  for (const stream of own) for (const link of await linksIn(store, stream)) links.add(link);
  const whole = everywhere(person, nobody);
  for (const link of links) {
    const doc = await store.get<StateDoc>('appeal', link);
    const his = doc?.owner === person || (await personOf(cloud, person)) !== undefined;
    const change = his ? signedBy(person, nobody) : whole;
    for (const stream of await streamsOf(store, link)) await rewrite(store, stream, change);
  }
  for (const stream of own.filter((each) => each !== `appeal.${id}`)) await rewrite(store, stream, whole);
  await rewrite(store, `appeal.${id}`, {
    state: whole.state,
    event: (doc) => withoutName(whole.event(doc)),
  });
}

/** What is done to the documents of a stream. */
interface Change {
  state(doc: StateDoc): StateDoc;
  event(doc: EventDoc): EventDoc;
}

const everywhere = (person: string, nobody: string): Change => ({
  state: (doc) => renamed(doc, person, nobody),
  event: (doc) => renamed(doc, person, nobody),
});

/** Where he has other business, as the owner or at work, only what the appeal that is over set off there. */
const signedBy = (person: string, nobody: string): Change => ({
  state: (doc) => doc,
  event(doc) {
    const { by } = doc.event;
    const set = by.id === person && by.roles.includes('system');
    return set ? { ...doc, event: { ...doc.event, by: { ...by, id: nobody } } } : doc;
  },
});

/** The same, with another name wherever the name stands. */
function renamed<Value>(value: Value, from: string, to: string): Value {
  if (value === from) return to as Value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, from, to)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, renamed(inner, from, to)]);
  return Object.fromEntries(entries) as Value;
}

type Named = Parameters<typeof nameless>[0];

/** The first event says who it was; folded anew it gives the same state, for the last one hides it. */
function withoutName(doc: EventDoc): EventDoc {
  if (doc.seq !== 1) return doc;
  const fact = doc.event.fact as EventDoc['event']['fact'] & {
    contact?: Named;
    recordings?: unknown;
    onBehalfOf?: Named;
  };
  const { contact: _contact, recordings: _recordings, onBehalfOf, ...rest } = fact;
  const hidden = onBehalfOf ? { ...rest, onBehalfOf: nameless(onBehalfOf) } : rest;
  return { ...doc, event: { ...doc.event, fact: hidden } };
}

/** A stream's state and all its events, at once. */
async function rewrite(store: Store, stream: string, change: Change): Promise<void> {
  const [process, id] = partsOf(stream);
  await store.transact(async (tx) => {
    const doc = await tx.get<StateDoc>(process, id);
    if (!doc) return;
    for (let seq = 1; seq <= doc.version; seq += 1) {
      const event = await tx.get<EventDoc>('event', `${stream}.${seq}`);
      const next = event && change.event(event);
      if (next && JSON.stringify(next) !== JSON.stringify(event)) await tx.put('event', next);
    }
    await tx.put(process, change.state(doc));
  });
}

function partsOf(stream: string): [process: string, id: string] {
  const dot = stream.indexOf('.');
  return [stream.slice(0, dot), stream.slice(dot + 1)];
}

/** The appeal's own stream and those of what came of it, which are named after it. */
async function streamsOf(store: Store, id: string): Promise<string[]> {
  const streams = new Set([`appeal.${id}`]);
  for (const name of Object.keys(registry).filter((each) => each !== 'appeal')) {
    const where = { stream: { gte: `${name}.${id}-`, lt: `${name}.${id}.` } };
    for await (const { stream } of all<EventDoc>(store, 'event', where, 'stream')) streams.add(stream);
  }
  return [...streams];
}

/** Other appeals this one has had to do with. */
async function linksIn(store: Store, stream: string): Promise<string[]> {
  const links: string[] = [];
  for await (const { event } of all<EventDoc>(store, 'event', { stream }, 'seq')) {
    const { follower, into, parent, relapseOf, appeal } = event.fact as Readonly<Record<string, unknown>>;
    links.push(...[follower, into, parent, relapseOf, appeal].filter((link) => typeof link === 'string'));
  }
  const [, id] = partsOf(stream);
  return links.filter((link) => link !== id && !id.startsWith(`${link}-`));
}

/**
 * What lies about a person beside his appeals: what he was told, whose photos are whose, and his voice: but for the
 * recordings of appeals still under way, no recording of his is left.
 */
export async function forgetTraces(cloud: Cloud, person: string, spoken: ReadonlySet<string>): Promise<void> {
  const { store } = cloud;
  for await (const { _id } of all(store, 'inbox', { to: `person:${person}` }, 'at'))
    await store.transact((tx) => tx.remove('inbox', _id));
  for await (const doc of all<FileDoc>(store, 'file', { owner: person }, 'at')) {
    if (!isSound(doc)) await store.transact((tx) => tx.put('file', { ...doc, owner: 'nobody' }));
    else if (!spoken.has(doc._id)) {
      await cloud.files.drop(doc._id);
      await store.transact((tx) => tx.remove('file', doc._id));
    }
  }
}

/** Pages go on where the one before ended, whatever has become of what was on it. */
export async function* all<D extends Doc>(
  store: Store,
  collection: string,
  where: Where,
  field: string,
): AsyncGenerator<D> {
  const orderBy = { field, direction: 'asc' } as const;
  for (let last: D | undefined, more = true; more; ) {
    const after = last && { after: { value: last[field] as string | number, id: last._id } };
    const docs = await store.find<D>({ collection, where, orderBy, limit: page, ...after });
    yield* docs;
    last = docs.at(-1);
    more = docs.length === page;
  }
}
