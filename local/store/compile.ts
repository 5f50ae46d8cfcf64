import type { Plan } from '../../cloudfunctions/plan.ts';

/** What differs between the engines' SQL; the columns have the same names in both. */
export interface Dialect {
  /** The table, with a hint to the index where the engine takes one. */
  from(plan: Plan): string;
  /** The n-th parameter, from 1; they come in the order of the text. */
  mark(n: number): string;
  /** A scalar as its column holds it. */
  value(scalar: string | number): string | number;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** One page: a branch per combination, each limited, merged by the engine in the order asked for. */
export function compileFind(dialect: Dialect, plan: Plan, limit: number): Statement {
  const values = new Values(dialect);
  const page = `ORDER BY ${orderOf(plan)} LIMIT ${limit}`;
  const columns = plan.order === undefined ? '_id, doc' : `"${plan.order}", _id, doc`;
  const branches = plan.branches.map(
    (row) => `SELECT ${columns} FROM ${dialect.from(plan)} WHERE ${conditions(plan, row, values)} ${page}`,
  );
  if (branches.length === 1) return { text: branches.join(), values: values.list };
  const merged = branches.map((branch) => `SELECT * FROM (${branch}) AS one`).join(' UNION ALL ');
  return { text: `SELECT * FROM (${merged}) AS every ${page}`, values: values.list };
}

export function compileCount(dialect: Dialect, plan: Plan): Statement {
  const values = new Values(dialect);
  const branches = plan.branches.map(
    (row) => `(SELECT count(*) FROM ${dialect.from(plan)} WHERE ${conditions(plan, row, values)})`,
  );
  return { text: `SELECT ${branches.join(' + ')} AS n`, values: values.list };
}

function orderOf({ order, descending }: Plan): string {
  const way = descending ? 'DESC' : 'ASC';
  return order === undefined ? `_id ${way}` : `"${order}" ${way}, _id ${way}`;
}

function conditions(plan: Plan, row: readonly (string | number)[], values: Values): string {
  const { equal, bounds, order } = plan;
  const all = equal.map((field, at) => `"${field}" = ${values.scalar(row[at] ?? '')}`);
  for (const { operator, value } of bounds) all.push(`"${order}" ${operator} ${values.scalar(value)}`);
  if (order !== undefined && bounds.length === 0) all.push(`"${order}" IS NOT NULL`);
  const start = startOf(plan, values);
  if (start !== undefined) all.push(start);
  return all.join(' AND ') || 'TRUE';
}

function startOf({ after, order, descending }: Plan, values: Values): string | undefined {
  if (!after) return undefined;
  const beyond = descending ? '<' : '>';
  if (order === undefined || after.value === null) return `_id ${beyond} ${values.plain(after.id)}`;
  return `("${order}", _id) ${beyond} (${values.scalar(after.value)}, ${values.plain(after.id)})`;
}

class Values {
  readonly list: (string | number)[] = [];
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  plain(value: string | number): string {
    return this.#dialect.mark(this.list.push(value));
  }

  scalar(value: string | number): string {
    return this.plain(this.#dialect.value(value));
  }
}
