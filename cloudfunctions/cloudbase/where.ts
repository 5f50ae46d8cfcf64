import type { CloudBase } from '@cloudbase/node-sdk';
import type { Bound, Operator, Plan } from '../plan.ts';
import type { Scalar } from '../store.ts';

export type Command = ReturnType<CloudBase['database']>['command'];

const WORDS: Readonly<Record<Operator, 'gt' | 'gte' | 'lt' | 'lte'>> = {
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
};

/** A plan as a condition of the SDK: equality, `in`, ranges, `and`, `or`, and “is not null”; nothing else. */
export function whereOf(command: Command, plan: Plan): object {
  const { equal, order, after, descending } = plan;
  const each: Record<string, unknown> = {};
  for (const [at, field] of equal.entries()) {
    const values = [...new Set(plan.branches.map((row) => row[at]))];
    each[field] = values.length === 1 ? values[0] : command.in(values);
  }
  if (order === undefined) {
    return after ? { ...each, _id: descending ? command.lt(after.id) : command.gt(after.id) } : each;
  }
  const bounds = realBounds(plan).map(({ operator, value }) => command[WORDS[operator]](value));
  if (bounds.length > 0) each[order] = bounds.length === 1 ? bounds[0] : command.and(bounds);
  else if (!after) each[order] = command.neq(null);
  if (!after) return each;
  return command.and([each, command.or(beyond(command, plan, order, after))]);
}

type After = NonNullable<Plan['after']>;

/** Past the end of the page before; numbers come before strings, and a range meets only its own type. */
function beyond(command: Command, plan: Plan, order: string, { value, id }: After): object[] {
  const past = (bound: Scalar) => (plan.descending ? command.lt(bound) : command.gt(bound));
  const ties = [{ [order]: past(value) }, { [order]: value, _id: past(id) }];
  if (plan.bounds.length > 0) return ties;
  if (!plan.descending && typeof value === 'number') return [...ties, { [order]: command.gte('') }];
  if (plan.descending && typeof value === 'string')
    return [...ties, { [order]: command.lte(Number.MAX_VALUE) }];
  return ties;
}

/** Without the bound that keeps numbers from strings: a range of CloudBase never meets another type. */
function realBounds({ bounds, after }: Plan): readonly Bound[] {
  const numbers = typeof after?.value === 'number' || bounds.some(({ value }) => typeof value === 'number');
  return numbers ? bounds.filter(({ value }) => value !== '') : bounds;
}
