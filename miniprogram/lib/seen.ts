import { ask, type Linked, Refused } from './api';
import { now } from './clock';
import { type Queries, type QueryName, showInstant } from './domain';
import { gather } from './gather';
import { Offline } from './transport';

type Input<Name extends QueryName> = Queries[Name]['input'];
type Output<Name extends QueryName> = Linked<Queries[Name]['output']>;

/** An answer, and since when it is known where it could not be had anew (0: it is not known at all). */
export interface Seen<Value> {
  readonly value: Value;
  readonly seenAt?: number;
}

/** The answer of last time, without asking. */
export function recall<Name extends QueryName>(
  query: Name,
  input: Input<Name>,
): Seen<Output<Name>> | undefined {
  return wx.getStorageSync<Seen<Output<Name>> | ''>(keyOf(query, input)) || undefined;
}

/** Asks; with no network the answer of last time does, where there is one. */
export async function askOrRecall<Name extends QueryName>(
  query: Name,
  input: Input<Name>,
): Promise<Seen<Output<Name>>> {
  try {
    const value = await ask(query, input);
    remember(keyOf(query, input), { value, seenAt: now() });
    return { value };
  } catch (error) {
    const copy = error instanceof Offline ? recall(query, input) : undefined;
    if (copy === undefined) throw error;
    return copy;
  }
}

/** For what a page can do without: nothing where there is neither network nor copy. */
export async function askIfPossible<Name extends QueryName>(
  query: Name,
  input: Input<Name>,
): Promise<Seen<Output<Name> | undefined>> {
  try {
    return await askOrRecall(query, input);
  } catch (error) {
    if (error instanceof Offline) return { value: undefined, seenAt: 0 };
    if (error instanceof Refused) return { value: undefined };
    throw error;
  }
}

/** Says that something older is shown; empty when it is not. */
export function noteOf(...answers: readonly Seen<unknown>[]): string {
  const ages = gather(answers, ({ seenAt }) => (seenAt === undefined ? [] : [seenAt]));
  if (ages.length === 0) return '';
  const oldest = Math.min(...ages.filter((age) => age > 0));
  return Number.isFinite(oldest) ? `没有网络，显示的是 ${showInstant(oldest, now())} 的内容` : '现在没有网络';
}

/** Nothing that was asked before is known any more. */
export function forgetSeen(): void {
  for (const key of keys()) wx.removeStorageSync(key);
  wx.removeStorageSync(list);
}

const list = 'seen';
const most = 40;

function remember(key: string, seen: Seen<unknown>): void {
  const all = [key, ...keys().filter((each) => each !== key)];
  for (const old of all.slice(most)) wx.removeStorageSync(old);
  wx.setStorageSync(list, all.slice(0, most));
  wx.setStorageSync(key, seen);
}

function keyOf(query: QueryName, input: object): string {
  return `seen:${query}:${JSON.stringify(input)}`;
}

function keys(): string[] {
  return wx.getStorageSync<string[]>(list) || [];
}
