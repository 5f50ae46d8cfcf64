import type Database from 'better-sqlite3';
import type { Transaction } from '../../../cloudfunctions/store.ts';
import { within } from '../patience.ts';
import type { Tables } from './table.ts';
import { Open } from './transaction.ts';

type Work<T> = (tx: Transaction) => Promise<T>;

interface Waiting {
  readonly work: Work<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** The most transactions that share one commit. */
const BATCH = 512;

/**
 * One writer with group commit: whatever is waiting runs one after another, each in its own savepoint,
 * and one COMMIT makes all of it durable. Nobody is answered before that.
 */
export class Writer {
  readonly #db: Database.Database;
  readonly #tables: Tables;
  readonly #patience: number;
  readonly #say: Record<'begin' | 'commit' | 'rollback', Database.Statement>;
  readonly #whole: Scope;
  readonly #part: Scope;
  readonly #waiting: Waiting[] = [];
  #batch: Promise<void> | undefined;
  #closed = false;

  constructor(db: Database.Database, tables: Tables, patience: number) {
    this.#db = db;
    this.#tables = tables;
    this.#patience = patience;
    this.#say = {
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      rollback: db.prepare('ROLLBACK'),
    };
    this.#whole = whole(db);
    this.#part = part(db);
  }

  transact<T>(work: Work<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new Error('the store is closed'));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: (value) => resolve(value as T), reject });
      this.#wake();
    });
  }

  /** Resolves when no transaction is under way, and before the next begins. */
  async idle(): Promise<void> {
    await this.#batch;
  }

  /** Lets what is waiting finish, then takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    while (this.#batch) await this.#batch;
  }

  /** The turn of the event loop in between lets everybody who was just answered, or has just arrived, join. */
  #wake(): void {
    this.#batch ??= new Promise<void>((done) => {
      setImmediate(async () => {
        await this.#run();
        this.#batch = undefined;
        if (this.#waiting.length > 0) this.#wake();
        done();
      });
    });
  }

  async #run(): Promise<void> {
    const taken: Waiting[] = [];
    try {
      const answers = await this.#together(taken);
      for (const answer of answers) answer();
    } catch (fault) {
      if (this.#db.inTransaction) this.#say.rollback.run();
      for (const { reject } of taken) reject(fault);
    }
  }

  /** Gives the answers to hand out once everything is durable; throws when nothing of it is. */
  async #together(taken: Waiting[]): Promise<(() => void)[]> {
    const answers: (() => void)[] = [];
    let next = this.#take(taken);
    this.#say.begin.run();
    for (let scope = this.#whole; next; scope = this.#part) {
      answers.push(await this.#one(next, scope));
      next = this.#take(taken);
    }
    this.#say.commit.run();
    return answers;
  }

  #take(taken: Waiting[]): Waiting | undefined {
    const next = taken.length < BATCH ? this.#waiting.shift() : undefined;
    if (next) taken.push(next);
    return next;
  }

  /** Throws only where SQLite has given up the whole batch, as it does on a full disk. */
  async #one({ work, resolve, reject }: Waiting, scope: Scope): Promise<() => void> {
    const tx = new Open(this.#tables);
    scope.enter();
    try {
      const value = await within(this.#patience, () => work(tx));
      tx.end();
      scope.leave();
      return () => resolve(value);
    } catch (fault) {
      tx.stop();
      if (!this.#db.inTransaction) throw fault;
      scope.undo();
      return () => reject(fault);
    }
  }
}

/** What is undone when one transaction of a batch throws. */
interface Scope {
  readonly enter: () => unknown;
  readonly leave: () => unknown;
  readonly undo: () => void;
}

/** The first of a batch has nothing before it to keep: it does without a savepoint, which costs a tenth. */
function whole(db: Database.Database): Scope {
  const [rollback, begin] = [db.prepare('ROLLBACK'), db.prepare('BEGIN IMMEDIATE')];
  const undo = () => {
    rollback.run();
    begin.run();
  };
  return { enter: () => undefined, leave: () => undefined, undo };
}

function part(db: Database.Database): Scope {
  const [enter, leave, back] = [
    db.prepare('SAVEPOINT one'),
    db.prepare('RELEASE one'),
    db.prepare('ROLLBACK TO one'),
  ];
  const undo = () => {
    back.run();
    leave.run();
  };
  return { enter: () => enter.run(), leave: () => leave.run(), undo };
}
