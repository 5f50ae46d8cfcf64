import { isScalar } from './fields.ts';
import {
  type Collection,
  type Condition,
  type Query,
  type Range,
  type Scalar,
  Unindexed,
  type Where,
} from './store.ts';

/** The most combinations of `in` values one query may ask for. */
export const MOST_BRANCHES = 100;

export type Operator = '>' | '>=' | '<' | '<=';

export interface Bound {
  readonly operator: Operator;
  readonly value: string | number;
}

/** How a query runs, whatever the engine: on which index, with which bounds, and where the page starts. */
export interface Plan {
  readonly collection: string;
  /** The fields of the index; none means the primary key. */
  readonly index: readonly string[];
  readonly equal: readonly string[];
  /** One row of values for {@link equal} per combination; documents of two branches are never the same. */
  readonly branches: readonly (readonly (string | number)[])[];
  /** The field in whose order documents come, and on which the bounds stand. */
  readonly order: string | undefined;
  readonly descending: boolean;
  readonly bounds: readonly Bound[];
  readonly after: { readonly value: Scalar; readonly id: string } | undefined;
}

type Asked = Pick<Query, 'collection' | 'where' | 'orderBy' | 'after'>;

const OPERATORS: Readonly<Record<keyof Range, Operator>> = { gt: '>', gte: '>=', lt: '<', lte: '<=' };

/** Throws {@link Unindexed} when no declared index carries the query, RangeError when its page is impossible. */
export function planFind(collections: readonly Collection[], query: Query): Plan {
  const { limit, after, orderBy } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new RangeError('a page holds 1 to 1,000 documents');
  if (after && orderBy && !isScalar(after.value))
    throw new RangeError('a page starts after a value of its order');
  return pageOf(plan(collections, query));
}

/** As {@link planFind}; a range may stand on the field that comes next in the index. */
export function planCount(
  collections: readonly Collection[],
  query: Pick<Query, 'collection' | 'where'>,
): Plan {
  const field = Object.keys(query.where).find((name) => isRange(query.where[name]));
  const orderBy = field === undefined ? {} : { orderBy: { field, direction: 'asc' as const } };
  return plan(collections, { collection: query.collection, where: query.where, ...orderBy });
}

function plan(collections: readonly Collection[], query: Asked): Plan {
  const { name, indexes } = find(collections, query.collection);
  const order = query.orderBy?.field;
  const range = order === undefined ? undefined : query.where[order];
  const equal = Object.keys(query.where).filter((field) => field !== order);
  const index = pick(indexes, equal, order);
  if (!index) throw new Unindexed(`no index of “${name}” carries ${told(query.where, order)}`);
  return {
    collection: name,
    index,
    equal,
    branches: combine(name, equal, query.where),
    order,
    descending: query.orderBy?.direction === 'desc',
    bounds: order !== undefined && order in query.where ? boundsOf(`${name}.${order}`, range) : [],
    after: query.after,
  };
}

function find(collections: readonly Collection[], name: string): Collection {
  const collection = collections.find((one) => one.name === name);
  if (!collection) throw new Error(`there is no collection “${name}”`);
  return collection;
}

/** The shortest index that starts with the equality fields, in any order, and goes on with the ordered one. */
function pick(indexes: Collection['indexes'], equal: readonly string[], order: string | undefined) {
  if (equal.length === 0 && order === undefined) return [];
  return indexes
    .filter((fields) => fields.slice(0, equal.length).every((field) => equal.includes(field)))
    .filter(
      (fields) => fields.length >= equal.length && (order === undefined || fields[equal.length] === order),
    )
    .reduce<readonly string[] | undefined>(
      (best, one) => (best && best.length <= one.length ? best : one),
      undefined,
    );
}

function combine(collection: string, equal: readonly string[], where: Where): (string | number)[][] {
  let rows: (string | number)[][] = [[]];
  for (const field of equal) {
    const values = valuesOf(`${collection}.${field}`, where[field]);
    if (rows.length * values.length > MOST_BRANCHES)
      throw new Unindexed(`more than ${MOST_BRANCHES} combinations of “in”`);
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
  }
  return rows;
}

function valuesOf(where: string, condition: Condition | undefined): (string | number)[] {
  if (isScalar(condition)) return [condition];
  if (
    typeof condition === 'object' &&
    condition !== null &&
    'in' in condition &&
    Object.keys(condition).length === 1
  ) {
    if (Array.isArray(condition.in) && condition.in.every(isScalar)) return [...new Set(condition.in)];
  }
  throw new Unindexed(`“${where}” takes a value or “in”, or a range where it is the order`);
}

function isRange(condition: Condition | undefined): condition is Range {
  return (
    typeof condition === 'object' &&
    condition !== null &&
    Object.keys(condition).every((key) => key in OPERATORS)
  );
}

/** Bounds of one type only: a range of numbers never meets a string, nor the other way round. */
function boundsOf(where: string, range: Condition | undefined): Bound[] {
  if (!isRange(range)) throw new Unindexed(`“${where}” is the order: it takes a range`);
  const bounds = (Object.keys(range) as (keyof Range)[]).map((key) =>
    bound(where, OPERATORS[key], range[key]),
  );
  const [first] = bounds;
  if (!first) return [];
  if (bounds.some(({ value }) => typeof value !== typeof first.value)) {
    throw new Unindexed(`the range on “${where}” mixes numbers and strings`);
  }
  return [
    ...bounds,
    typeof first.value === 'number' ? { operator: '<', value: '' } : { operator: '>=', value: '' },
  ];
}

function bound(where: string, operator: Operator, value: string | number | undefined): Bound {
  if (!isScalar(value)) throw new Unindexed(`the range on “${where}” takes finite numbers or short strings`);
  return { operator, value };
}

/** Where the page before ended is itself a bound: beside it the weaker ones only mislead a query planner. */
function pageOf(plan: Plan): Plan {
  const { after, bounds, descending, order } = plan;
  if (!after || order === undefined || after.value === null) return plan;
  const { value } = after;
  const start = bounds.filter(({ operator }) => operator.startsWith(descending ? '<' : '>'));
  const holds = start.every((one) => satisfies(value, one));
  return holds
    ? { ...plan, bounds: bounds.filter((one) => !start.includes(one)) }
    : { ...plan, after: undefined };
}

function satisfies(value: string | number, bound: Bound): boolean {
  const sign = compare(value, bound.value);
  if (sign === 0) return bound.operator.endsWith('=');
  return bound.operator.startsWith('>') === sign > 0;
}

/** Numbers before strings, strings by code point: the order of every engine. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return typeof a === 'number' ? -1 : 1;
}

function told(where: Where, order: string | undefined): string {
  return `where (${Object.keys(where).join(', ')})${order === undefined ? '' : ` order by ${order}`}`;
}
