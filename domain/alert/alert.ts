/** 应急状态：平时 → 战时 → 解除. */
export type Status = 'open' | 'closed';

/** 汛情 · 雪灾 · 地震 · 火情 · 疫情 · 其他. */
export type Kind = 'flood' | 'snow' | 'quake' | 'fire' | 'epidemic' | 'other';

/** 平战转换: while it is open, the four groups are called and whistles blown under it have shorter clocks. Epoch ms. */
export interface Alert {
  readonly id: string;
  readonly status: Status;
  readonly kind: Kind;
  readonly words: string;
  readonly openedAt: number;
  /** Whistles blown under it. */
  readonly whistles: readonly string[];
  readonly closedAt?: number;
  readonly summary?: string;
}

export type Command =
  | { readonly type: 'open'; readonly kind: Kind; readonly words: string }
  | { readonly type: 'join'; readonly whistle: string }
  | { readonly type: 'close'; readonly summary: string };

type Of<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'opened' } & Of<'open'>)
  | ({ readonly type: 'joined' } & Of<'join'>)
  | ({ readonly type: 'closed' } & Of<'close'>);
