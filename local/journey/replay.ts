import { isDeepStrictEqual } from 'node:util';
import { processOf, type StateDoc } from '../../cloudfunctions/commit.ts';
import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { registry } from '../../domain/registry.ts';

const page = 500;

/** Folds every stream anew and names the states that differ from what is stored: there should be none. */
export async function replay(
  store: Store,
): Promise<{ readonly states: number; readonly different: readonly string[] }> {
  const different: string[] = [];
  let states = 0;
  for (const name of Object.keys(registry)) {
    for await (const doc of all<StateDoc>(store, name)) {
      states += 1;
      const folded = await fold(store, name, doc._id);
      if (!isDeepStrictEqual(JSON.parse(JSON.stringify(folded)), doc.state))
        different.push(`${name}.${doc._id}`);
    }
  }
  return { states, different };
}

async function fold(store: Store, name: string, id: string): Promise<unknown> {
  const process = processOf(name);
  let state: { readonly status: string } | undefined;
  for await (const { event } of all<EventDoc>(store, 'event', `${name}.${id}`))
    state = process.evolve(state, event);
  return state;
}

async function* all<D extends Doc>(store: Store, collection: string, stream?: string): AsyncGenerator<D> {
  const ordered = { where: { stream: stream ?? '' }, orderBy: { field: 'seq', direction: 'asc' } } as const;
  const query = { collection, where: {}, limit: page, ...(stream && ordered) };
  let after: { value: number | null; id: string } | undefined;
  for (;;) {
    const docs = await store.find<D>({ ...query, ...(after && { after }) });
    yield* docs;
    const last = docs.at(-1);
    if (docs.length < page || !last) return;
    after = { value: stream ? Number(last.seq) : null, id: last._id };
  }
}
