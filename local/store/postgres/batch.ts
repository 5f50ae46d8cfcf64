import pg, { type Connection } from 'pg';

/** What the server keeps prepared under its name; without one it is prepared for this time alone. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export interface Said {
  readonly statement: Statement;
  readonly values: (string | null)[];
}

/** What the last of several statements was answered. */
export interface Answer {
  readonly rows: readonly (readonly string[])[];
  /** What was done, in the server's words: `COMMIT`. */
  readonly tag: string;
}

type Asked = Pick<pg.Pool | pg.ClientBase, 'query'>;
type Settle = (fault: unknown, answer: Answer) => void;

/**
 * Says all of it in one message and is answered in one: each time somebody is spoken to costs both sides more than
 * most statements. At the first that fails the server passes over the rest; only the last may give rows.
 */
export function ask(asked: Asked, said: readonly Said[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const query = asked.query as (batch: Batch, settle: Settle) => void;
    query.call(asked, new Batch(said), (fault, answer) => (fault ? reject(fault) : resolve(answer)));
  });
}

/** What the server has prepared for a connection. */
const prepared = new WeakMap<Connection, Set<string>>();

/** The driver's own query says one statement at a time, and asks each time what its rows look like. */
class Batch extends pg.Query {
  readonly #said: readonly Said[];
  /** What it is the first on its connection to name. */
  readonly #named: string[] = [];
  readonly #rows: string[][] = [];
  #tag = '';
  /** The driver puts it there. */
  declare callback: Settle;

  constructor(said: readonly Said[]) {
    super('');
    this.#said = said;
  }

  override submit = (connection: Connection): void => {
    const known = knownTo(connection);
    connection.stream.cork();
    for (const { statement, values } of this.#said) {
      const { name } = statement;
      if (name === '' || !known.has(name)) this.#prepare(connection, statement);
      connection.bind({ statement: name, values }, true);
      connection.execute({}, true);
    }
    connection.sync();
    connection.stream.uncork();
  };

  handleDataRow({ fields }: { readonly fields: string[] }): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#tag = text;
  }

  handleReadyForQuery(): void {
    this.callback(undefined, { rows: this.#rows, tag: this.#tag });
  }

  /** What was to be prepared behind the failure was not, and what before it was is closed before it is prepared again. */
  handleError(fault: unknown, connection: Connection): void {
    for (const name of this.#named) knownTo(connection).delete(name);
    this.callback(fault, { rows: [], tag: '' });
  }

  #prepare(connection: Connection, { name, text }: Statement): void {
    connection.close({ type: 'S', name }, true);
    connection.parse({ name, text, types: [] }, true);
    if (name === '') return;
    knownTo(connection).add(name);
    this.#named.push(name);
  }
}

function knownTo(connection: Connection): Set<string> {
  const known = prepared.get(connection) ?? new Set<string>();
  prepared.set(connection, known);
  return known;
}
