import type { Appeal } from '../../domain/appeal/appeal.ts';
import { wordsOf } from '../../domain/appeal/recording.ts';
import { type Hit, SimilarIndex } from '../../domain/routing/similar.ts';
import type { Cloud } from '../cloud.ts';
import type { Doc, Query, Store } from '../store.ts';

type AppealDoc = Doc & { readonly state: Appeal };

/** How many appeals are kept at hand, the newest, and how many are read when a function wakes. */
const most = 2_000;
const first = 500;
/** Clocks of several machines are this far apart at most, in ms. */
const overlap = 60_000;

/** The newest appeals of a store, at hand in memory, and found by what they say. Never leaves the cloud. */
export class Recent {
  readonly #known = new Map<string, Appeal>();
  #index = new SimilarIndex();
  #submittedAt = 0;
  #sortedAt = 0;

  get appeals(): ReadonlyMap<string, Appeal> {
    return this.#known;
  }

  /** The appeals most like this text, the likest first. */
  like(detail: string, limit: number, besides?: string): Hit[] {
    return this.#index.query({ detail }, limit, besides);
  }

  /** Takes in what has been submitted and decided since last time. */
  async refresh(cloud: Cloud): Promise<void> {
    if (await this.#isStale(cloud)) this.#forget();
    if (this.#known.size === 0) return this.#begin(cloud.store);
    for (const [field, from] of [
      ['at', this.#submittedAt],
      ['sortedAt', this.#sortedAt],
    ] as const)
      await this.#since(cloud.store, field, from - overlap);
  }

  /** The clock went back, or what was known is gone: the office was set up anew. */
  async #isStale(cloud: Cloud): Promise<boolean> {
    const newest = [...this.#known.keys()].at(-1);
    if (newest === undefined) return false;
    return cloud.now() < this.#submittedAt || (await cloud.store.get('appeal', newest)) === undefined;
  }

  #forget(): void {
    this.#known.clear();
    this.#index = new SimilarIndex();
    this.#submittedAt = 0;
    this.#sortedAt = 0;
  }

  async #begin(store: Store): Promise<void> {
    const orderBy = { field: 'at', direction: 'desc' } as const;
    const docs = await store.find<AppealDoc>({ collection: 'appeal', where: {}, orderBy, limit: first });
    for (const { state } of docs.reverse()) this.#take(state);
  }

  async #since(store: Store, field: 'at' | 'sortedAt', from: number): Promise<void> {
    for (let last: AppealDoc | undefined, more = true; more; ) {
      const query: Query = {
        collection: 'appeal',
        where: { [field]: { gte: from } },
        orderBy: { field, direction: 'asc' },
        limit: first,
        ...(last && { after: { value: last[field] as number, id: last._id } }),
      };
      const docs = await store.find<AppealDoc>(query);
      for (const { state } of docs) this.#take(state);
      last = docs.at(-1);
      more = docs.length === first;
    }
  }

  /** What it says is read once, and again when it was written down. */
  #read(appeal: Appeal): void {
    const known = this.#known.get(appeal.id);
    const detail = wordsOf(appeal);
    if (known && wordsOf(known) === detail) return;
    if (known) this.#index.remove(appeal.id);
    this.#index.add(appeal.id, { detail });
  }

  #take(appeal: Appeal): void {
    this.#read(appeal);
    this.#known.set(appeal.id, appeal);
    this.#submittedAt = Math.max(this.#submittedAt, appeal.submittedAt);
    this.#sortedAt = Math.max(this.#sortedAt, appeal.sortedAt ?? 0);
    const [oldest] = this.#known.keys();
    if (this.#known.size <= most || oldest === undefined) return;
    this.#known.delete(oldest);
    this.#index.remove(oldest);
  }
}
