/** 记过红灯 · 点了名. */
export type Status = 'counted' | 'named';

/** One report-in that came so late that it turned red. `at` is epoch ms. */
export interface Red {
  readonly task: string;
  readonly whistle: string;
  readonly at: number;
}

/** 报到记录：one for each unit, whose id it bears; the latest reds of all its whistles. */
export interface Attendance {
  readonly id: string;
  readonly status: Status;
  readonly reds: readonly Red[];
}

export type Command = { readonly type: 'redden' } & Red;

/** `count`: how many within the office's span, this one among them; so many that its head is `named`. */
export type Fact = { readonly type: 'reddened'; readonly count: number; readonly named: boolean } & Red;
