/** What is counted. `…Due` is what should have been by now, so that the part of it that was makes a rate. */
export type Counter =
  | 'appeals'
  | 'patrol'
  | 'repeats'
  | 'onSpot'
  | 'inGrid'
  | 'dispatched'
  | 'hops'
  | 'open'
  | 'held'
  | 'everHeld'
  | 'settled'
  | 'due'
  | 'onTime'
  | 'answered'
  | 'redone'
  | 'closed'
  | 'firstTime'
  | 'handledMinutes'
  | 'workedMinutes'
  // 三率，原始口径
  | 'responseDue'
  | 'responded'
  | 'confirmed'
  | 'solved'
  | 'partly'
  | 'unsolved'
  | 'satisfied'
  | 'basically'
  | 'neutral'
  | 'dissatisfied'
  // 其中经审核剔除的
  | 'excluded'
  | `out${Capitalize<Answer>}`
  // 单位的任务
  | 'dispatches'
  | 'upheld'
  | 'acknowledgeDue'
  | 'acknowledgeOnTime'
  | 'contactDue'
  | 'contactOnTime'
  | 'reportInDue'
  | 'reportInOnTime'
  // 吹哨
  | 'whistles'
  | 'whistlesEvaluated'
  | 'whistlesSolved'
  | 'whistlesJudged'
  | 'whistlesInvalid'
  | 'scored'
  | 'scores'
  // 疑点
  | 'handedIn'
  | 'withoutContact'
  | 'quick'
  | 'ratedByStaff'
  | 'copied';

/** What the three rates are made of. */
export const answers = [
  'responseDue',
  'responded',
  'solved',
  'partly',
  'unsolved',
  'satisfied',
  'basically',
  'neutral',
  'dissatisfied',
] as const;
export type Answer = (typeof answers)[number];

/** The same of what was left out by two people. */
export function outOf(name: Answer): `out${Capitalize<Answer>}` {
  return `out${name[0]?.toUpperCase()}${name.slice(1)}` as `out${Capitalize<Answer>}`;
}

/** How many took a time of this class; see `durations.ts`. */
export type Bucket = `handled${number}` | `worked${number}`;

/** Whole numbers; what is not named is nought. */
export type Counts = { readonly [Name in Counter | Bucket]?: number };

type Name = keyof Counts;

/** Both together; `times` −1 takes the second away. Noughts are left out. */
export function plus(one: Counts, other: Counts, times: 1 | -1 = 1): Counts {
  const sum: Partial<Record<Name, number>> = { ...one };
  for (const [name, count] of Object.entries(other) as [Name, number][]) {
    const total = (sum[name] ?? 0) + times * count;
    if (total === 0) delete sum[name];
    else sum[name] = total;
  }
  return sum;
}

export function total(all: readonly Counts[]): Counts {
  const sum: Partial<Record<string, number>> = {};
  for (const counts of all) {
    const each = counts as Readonly<Record<string, number>>;
    for (const name in each) sum[name] = (sum[name] ?? 0) + (each[name] ?? 0);
  }
  return sum;
}

/** What holds counts once. */
export function counted(what: { readonly [Each in Name]?: boolean | number | undefined }): Counts {
  const counts = Object.entries(what).map(([name, value]) => [name, Number(value ?? 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

export function withoutBuckets(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !/\d$/.test(name)));
}
