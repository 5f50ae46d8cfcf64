import { type Counts, plus } from '../domain/figures/counts.ts';
import type { Dimension, Increment, Tally } from '../domain/figures/tally.ts';
import type { Doc, Transaction } from './store.ts';

/** All cells of one dimension in one month; or `day`, the days of one of them; or `reply`, the marks of one unit's replies. */
export interface RollupDoc extends Doc {
  readonly by: Dimension | 'day' | 'reply';
  readonly month: string;
  readonly cells: Readonly<Record<string, Counts>>;
}

/** Where the days of one cell are kept. */
export function daysOf(month: string, by: Dimension, key: string): string {
  return `${month}.${by}.${key}`;
}

type Where = { readonly _id: string } & Pick<RollupDoc, 'by' | 'month'>;

/** What is to be added to roll-ups, gathered first, so that each is read and written once. */
export class Rollups {
  readonly #tx: Transaction;
  readonly #docs = new Map<string, Promise<RollupDoc>>();

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  async add({ month, by, key, day, counts }: Increment): Promise<void> {
    if (day === undefined) await this.#change({ _id: `${month}.${by}`, by, month }, key, counts);
    else await this.#change({ _id: daysOf(month, by, key), by: 'day', month }, day, counts);
  }

  /** Counts a reply of a unit; how many of its replies say what another said before is kept with the unit. */
  async mark({ month, cells: { unit }, reply }: Tally, times: 1 | -1): Promise<void> {
    if (reply === undefined) return;
    const where = { _id: `${month}.reply.${unit}`, by: 'reply', month } as const;
    const count = ((await this.#read(where)).cells[reply]?.answered ?? 0) + times;
    await this.#change(where, reply, { answered: times });
    const copied = Math.max(0, count - 1) - Math.max(0, count - times - 1);
    if (copied !== 0) await this.add({ month, by: 'unit', key: unit, counts: { copied } });
  }

  async write(): Promise<void> {
    for (const doc of this.#docs.values()) await this.#tx.put('rollup', await doc);
  }

  async #change(where: Where, key: string, counts: Counts): Promise<void> {
    const doc = await this.#read(where);
    const { [key]: before = {}, ...others } = doc.cells;
    const after = plus(before, counts);
    const cells = Object.keys(after).length === 0 ? others : { ...others, [key]: after };
    this.#docs.set(where._id, Promise.resolve({ ...doc, cells }));
  }

  #read(where: Where): Promise<RollupDoc> {
    const known = this.#docs.get(where._id);
    if (known) return known;
    const reading = this.#tx
      .get<RollupDoc>('rollup', where._id)
      .then((doc) => doc ?? { ...where, cells: {} });
    this.#docs.set(where._id, reading);
    return reading;
  }
}
