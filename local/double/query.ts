import { isObject } from './ejson.ts';
import { invalid } from './fault.ts';

export type Row = Readonly<Record<string, unknown>> & { readonly _id: string };
export type Test = (row: Row) => boolean;

type Sort = (one: Row, other: Row) => number;
type Operator = (value: unknown, operand: unknown) => boolean;

/** A range meets only values of its own type. */
const range =
  (holds: (sign: number) => boolean): Operator =>
  (value, operand) =>
    typeof value === typeof operand && value !== null && holds(compare(value, operand));

const OPERATORS: Readonly<Record<string, Operator>> = {
  $gt: range((sign) => sign > 0),
  $gte: range((sign) => sign >= 0),
  $lt: range((sign) => sign < 0),
  $lte: range((sign) => sign <= 0),
  $in: (value, operand) => Array.isArray(operand) && operand.includes(value),
  $ne: (value, operand) => value !== operand,
};

/** A query as a test; refuses every operator that is not declared. */
export function testOf(query: unknown): Test {
  if (!isObject(query)) throw invalid('a query is an object');
  const tests = Object.entries(query).map(([key, condition]) => {
    if (key === '$and' || key === '$or') return together(key, condition);
    if (key.startsWith('$') || key.includes('.')) throw invalid(`“${key}” is not declared`);
    return fieldTest(key, condition);
  });
  return (row) => tests.every((test) => test(row));
}

function together(key: '$and' | '$or', parts: unknown): Test {
  if (!Array.isArray(parts) || parts.length === 0) throw invalid(`${key} takes a list`);
  const tests = parts.map(testOf);
  return key === '$and'
    ? (row) => tests.every((test) => test(row))
    : (row) => tests.some((test) => test(row));
}

function fieldTest(field: string, condition: unknown): Test {
  if (!isObject(condition)) return (row) => fieldOf(row, field) === scalar(condition);
  const parts = Object.entries(condition).map(([name, operand]) => {
    const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (!operator) throw invalid(`operator ${name} is not declared`);
    if (name === '$ne' && operand !== null) throw invalid('$ne is declared for null alone');
    return { operator, operand };
  });
  return (row) => parts.every(({ operator, operand }) => operator(fieldOf(row, field), operand));
}

/** A field that is not there is null. */
function fieldOf(row: Row, field: string): unknown {
  return row[field] ?? null;
}

function scalar(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) throw invalid('equality takes a scalar');
  return value;
}

/** `{field: 1 | -1, …}`, the first field first. */
export function sortOf(order: unknown): Sort {
  if (!isObject(order)) throw invalid('an order is an object');
  const fields = Object.entries(order);
  if (fields.some(([, way]) => way !== 1 && way !== -1)) throw invalid('an order is 1 or -1');
  return (one, other) => {
    for (const [field, way] of fields) {
      const sign = compare(fieldOf(one, field), fieldOf(other, field));
      if (sign !== 0) return sign * Number(way);
    }
    return 0;
  };
}

/** Null before numbers before strings, strings by their bytes. */
function compare(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string')
    return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return rank(one) - rank(other);
}

function rank(value: unknown): number {
  return ['object', 'number', 'string'].indexOf(typeof value);
}
