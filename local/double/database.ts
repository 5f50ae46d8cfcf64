import { randomUUID } from 'node:crypto';
import { Fault } from './fault.ts';
import type { Row, Test } from './query.ts';

/** A document as it was from the commit `at` on; `undefined` when not there. */
interface Version {
  readonly at: number;
  readonly row: Row | undefined;
}

interface Transaction {
  readonly startedAt: number;
  /** The last commit it sees; pinned by its first operation. */
  snapshot: number | undefined;
  readonly writes: Map<
    string,
    { readonly collection: string; readonly row: Row | undefined; readonly id: string }
  >;
}

/** What is to become of a document, given what is there. */
export type Change = (current: Row | undefined) => Row | undefined;

/** How long a transaction may last, in ms. */
const LIFE = 30_000;

/**
 * Documents in memory with the isolation of CloudBase: a snapshot pinned at the first operation, the first
 * writer of a document wins and the other fails at the write, and whoever writes without a transaction waits.
 */
export class Database {
  readonly #collections: ReadonlyMap<string, Map<string, Version[]>>;
  readonly #now: () => number;
  readonly #open = new Map<string, Transaction>();
  readonly #locks = new Map<
    string,
    { readonly by: string; readonly gone: Promise<void>; readonly go: () => void }
  >();
  #commits = 0;

  constructor(collections: readonly string[], now: () => number) {
    this.#collections = new Map(collections.map((name) => [name, new Map()]));
    this.#now = now;
  }

  begin(): string {
    const id = randomUUID();
    this.#open.set(id, { startedAt: this.#now(), snapshot: undefined, writes: new Map() });
    return id;
  }

  commit(id: string): void {
    const transaction = this.#transaction(id);
    if (transaction.writes.size > 0) this.#commits += 1;
    for (const { collection, id: document, row } of transaction.writes.values())
      this.#keep(collection, document, row);
    this.#end(id, transaction);
  }

  abort(id: string): void {
    this.#end(id, this.#transaction(id));
  }

  get(collection: string, id: string, transaction?: string): Row | undefined {
    const documents = this.#documents(collection);
    if (transaction === undefined) return documents.get(id)?.at(-1)?.row;
    const { snapshot, writes } = this.#transaction(transaction);
    const written = writes.get(`${collection}/${id}`);
    return written ? written.row : documents.get(id)?.findLast(({ at }) => at <= (snapshot ?? 0))?.row;
  }

  filter(collection: string, test: Test): Row[] {
    const latest = [...this.#documents(collection).values()].map((versions) => versions.at(-1)?.row);
    return latest.filter((row) => row !== undefined).filter(test);
  }

  /** Rejects with a {@link Fault}; within a transaction that ends it. */
  async write(collection: string, id: string, change: Change, transaction?: string): Promise<void> {
    if (transaction !== undefined) return this.#within(transaction, collection, id, change);
    const key = `${collection}/${id}`;
    for (let lock = this.#locks.get(key); lock; lock = this.#locks.get(key)) await lock.gone;
    const row = change(this.get(collection, id));
    this.#commits += 1;
    this.#keep(collection, id, row);
  }

  /** Ends every transaction that has lasted too long. */
  expire(): void {
    for (const [id, transaction] of this.#open)
      if (this.#now() - transaction.startedAt > LIFE) this.#end(id, transaction);
  }

  #end(id: string, { writes }: Transaction): void {
    this.#open.delete(id);
    for (const key of writes.keys()) {
      this.#locks.get(key)?.go();
      this.#locks.delete(key);
    }
  }

  #within(transaction: string, collection: string, id: string, change: Change): void {
    const { snapshot, writes } = this.#transaction(transaction);
    const key = `${collection}/${id}`;
    try {
      const newer = (this.#documents(collection).get(id)?.at(-1)?.at ?? 0) > (snapshot ?? 0);
      const lock = this.#locks.get(key);
      if (newer || (lock && lock.by !== transaction)) {
        throw new Fault(
          'DATABASE_TRANSACTION_CONFLICT',
          '[ResourceUnavailable.TransactionConflict] Transaction is conflict',
        );
      }
      const row = change(this.get(collection, id, transaction));
      writes.set(key, { collection, id, row });
      if (!lock) this.#locks.set(key, lockBy(transaction));
    } catch (fault) {
      this.abort(transaction);
      throw fault;
    }
  }

  #transaction(id: string): Transaction {
    this.expire();
    const transaction = this.#open.get(id);
    if (!transaction) {
      const text =
        '[ResourceUnavailable.TransactionNotExist] Transaction does not exist, it must end within 30 seconds';
      throw new Fault('DATABASE_TRANSACTION_FAIL', text);
    }
    transaction.snapshot ??= this.#commits;
    return transaction;
  }

  #documents(collection: string): Map<string, Version[]> {
    const documents = this.#collections.get(collection);
    if (!documents) throw new Fault('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${collection}`);
    return documents;
  }

  /** Versions no open transaction can see are dropped. */
  #keep(collection: string, id: string, row: Row | undefined): void {
    const documents = this.#documents(collection);
    const snapshots = [...this.#open.values()].map(({ snapshot }) => snapshot ?? this.#commits);
    const versions = [...(documents.get(id) ?? []), { at: this.#commits, row }];
    const oldest = Math.min(this.#commits, ...snapshots);
    const first = versions.findLastIndex(({ at }) => at <= oldest);
    documents.set(id, versions.slice(Math.max(first, 0)));
  }
}

function lockBy(by: string) {
  let go = () => {};
  const gone = new Promise<void>((done) => {
    go = done;
  });
  return { by, gone, go: () => go() };
}
