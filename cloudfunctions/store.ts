/**
 * The store port: what the cloud asks of a database, and no more.
 * Three engines keep it (SQLite, PostgreSQL, CloudBase); one contract suite in `test/contract` proves each.
 */

/** What an index can hold. `null` stands for "not there": it is never found by a query. */
export type Scalar = string | number | null;

/** A stored document: plain JSON, its own string id. Declared index fields hold scalars, the rest is free. */
export interface Doc {
  readonly _id: string;
  readonly [field: string]: unknown;
}

export interface Collection {
  readonly name: string;
  /** Each index is the list of its fields in order; `_id` is always the last tie-breaker. */
  readonly indexes: readonly (readonly string[])[];
}

export type Range = {
  readonly gt?: string | number;
  readonly gte?: string | number;
  readonly lt?: string | number;
  readonly lte?: string | number;
};
export type Condition = string | number | { readonly in: readonly (string | number)[] } | Range;
export type Where = Readonly<Record<string, Condition>>;

/**
 * One page of documents in index order. Equality and `in` fields must be the first fields of a declared
 * index, a range must stand on the `orderBy` field, which comes next in it; anything else is refused.
 * Ties are ordered by `_id`, in the same direction.
 */
export interface Query {
  readonly collection: string;
  readonly where: Where;
  readonly orderBy?: { readonly field: string; readonly direction: 'asc' | 'desc' };
  /** Where the page before ended: the `orderBy` value and the id of its last document. */
  readonly after?: { readonly value: Scalar; readonly id: string };
  /** 1 to 1,000 documents. */
  readonly limit: number;
}

/** Reads and writes of one transaction. A missing document reads as `undefined`. */
export interface Transaction {
  get<D extends Doc>(collection: string, id: string): Promise<D | undefined>;
  /** Writes the document whole, whether it was there or not. */
  put(collection: string, doc: Doc): Promise<void>;
  /** Writes a document that must not be there yet; throws {@link Conflict} if it is. */
  create(collection: string, doc: Doc): Promise<void>;
  remove(collection: string, id: string): Promise<void>;
}

export interface Store {
  /**
   * All or nothing, durable when it resolves. On a conflict the callback is run again, so it must have
   * no effects of its own; whatever else it throws rolls back and is passed on. Rejects with
   * {@link Uncertain} when the answer to the commit was lost.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  get<D extends Doc>(collection: string, id: string): Promise<D | undefined>;
  find<D extends Doc>(query: Query): Promise<D[]>;
  /** How many documents {@link find} would give without a limit. */
  count(query: Pick<Query, 'collection' | 'where'>): Promise<number>;
  close(): Promise<void>;
}

/** Somebody else was first; the same work may be tried again. */
export class Conflict extends Error {}

/** The query stands on no declared index: a mistake of ours, not of the person. */
export class Unindexed extends Error {}

/** The answer to a commit was lost: whether it took place is not known. */
export class Uncertain extends Error {
  constructor(cause: unknown) {
    super('the answer to the commit was lost: read again, or send the same command again', { cause });
  }
}
