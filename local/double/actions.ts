import type { Change, Database } from './database.ts';
import { isObject, readDocument, readEjson } from './ejson.ts';
import { Fault, invalid } from './fault.ts';
import { type Row, sortOf, testOf } from './query.ts';

type Params = Readonly<Record<string, unknown>>;

interface Action {
  /** The parameters it takes; any other is refused. */
  readonly takes: readonly string[];
  run(database: Database, params: Params): unknown;
}

const page = 100;
const longestPage = 1000;

/** What the SDK sends with every call. */
const common = [
  ...['action', 'envName', 'wxCloudApiToken', 'wxCloudbaseAccesstoken'],
  ...['tcb_sessionToken', 'sessionToken', 'crossAuthorizationToken'],
];

const actions: Readonly<Record<string, Action>> = {
  'database.startTransaction': { takes: [], run: (database) => ({ transactionId: database.begin() }) },
  'database.commitTransaction': {
    takes: ['transactionId'],
    run: (database, params) => ended(params, (id) => database.commit(id)),
  },
  'database.abortTransaction': {
    takes: ['transactionId'],
    run: (database, params) => ended(params, (id) => database.abort(id)),
  },
  'database.insertDocument': { takes: ['collectionName', 'data', 'transactionId'], run: insert },
  'database.getDocument': {
    takes: ['collectionName', 'query', 'queryType', 'order', 'limit', 'multi', 'transactionId'],
    run: (database, params) => ({ data: { list: get(database, params).map((row) => JSON.stringify(row)) } }),
  },
  'database.calculateDocument': {
    takes: ['collectionName', 'query', 'queryType'],
    run: (database, params) => ({
      data: { total: database.filter(text(params.collectionName), tested(params)).length },
    }),
  },
  'database.modifyDocument': {
    takes: ['collectionName', 'query', 'queryType', 'data', 'multi', 'merge', 'upsert', 'transactionId'],
    run: replace,
  },
  'database.removeDocument': {
    takes: ['collectionName', 'query', 'queryType', 'multi', 'transactionId'],
    async run(database, params) {
      const deleted = await one(database, params, () => undefined);
      return { data: { deleted: deleted ? 1 : 0 } };
    },
  },
};

/** Does what one request of the SDK asks for; throws a {@link Fault} on whatever is not declared above. */
export async function perform(database: Database, params: Params): Promise<object> {
  const action = actions[text(params.action)];
  if (!action) throw new Fault('INVALID_ACTION', `action ${text(params.action)} is not declared`);
  const strange = Object.keys(params).find((name) => !common.includes(name) && !action.takes.includes(name));
  if (strange !== undefined) throw invalid(`${text(params.action)} takes no ${strange}`);
  return (await action.run(database, params)) as object;
}

async function insert(database: Database, params: Params): Promise<object> {
  if (!Array.isArray(params.data)) throw invalid('data is a list');
  const rows = params.data.map(readDocument).map((document) => {
    if (typeof document._id !== 'string') throw invalid('our documents bring their own _id');
    return document as Row;
  });
  for (const row of rows) {
    const create: Change = (current) => {
      if (current) throw duplicate(text(params.collectionName), row._id);
      return row;
    };
    await database.write(text(params.collectionName), row._id, create, transactionOf(params));
  }
  return { data: { insertedIds: rows.map(({ _id }) => _id) } };
}

function get(database: Database, params: Params): Row[] {
  const collection = text(params.collectionName);
  if (params.queryType === 'DOC') {
    const row = database.get(collection, idOf(params), transactionOf(params));
    return row ? [row] : [];
  }
  if (params.transactionId !== undefined) throw invalid('“where” is not for transactions');
  const limit = params.limit === 0 ? page : Math.min(Number(params.limit ?? page), longestPage);
  const rows = database.filter(collection, tested(params));
  if (params.order !== undefined) rows.sort(sortOf(readEjson(params.order)));
  return rows.slice(0, limit);
}

async function replace(database: Database, params: Params): Promise<object> {
  if (params.merge !== false || params.upsert !== true) throw invalid('only “set” is declared');
  const document = readDocument(params.data);
  if ('_id' in document) throw invalid('不能更新_id的值');
  const _id = idOf(params);
  const there = await one(database, params, () => ({ ...document, _id }));
  return { data: there ? { updated: 1 } : { updated: 0, upsert_id: _id } };
}

/** Changes one document; gives what was there. */
async function one(database: Database, params: Params, change: Change): Promise<Row | undefined> {
  if (params.queryType !== 'DOC' || params.multi !== false) throw invalid('one document at a time');
  let before: Row | undefined;
  const changing: Change = (current) => {
    before = current;
    return change(current);
  };
  await database.write(text(params.collectionName), idOf(params), changing, transactionOf(params));
  return before;
}

function ended(params: Params, end: (id: string) => void): object {
  end(text(params.transactionId));
  return {};
}

function tested({ query }: Params) {
  return testOf(query === undefined ? {} : readEjson(query));
}

function idOf({ query }: Params): string {
  const asked = readEjson(query);
  if (!isObject(asked) || Object.keys(asked).join() !== '_id')
    throw invalid('a document is asked for by its _id');
  return text(asked._id);
}

function transactionOf({ transactionId }: Params): string | undefined {
  return transactionId === undefined ? undefined : text(transactionId);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw invalid('a name or an id is a string');
  return value;
}

function duplicate(collection: string, id: string): Fault {
  const text = `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }}]}]`;
  return new Fault('DATABASE_REQUEST_FAILED', text);
}
