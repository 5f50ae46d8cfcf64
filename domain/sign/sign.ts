/** 已派巡查 · 已提周例会 · 不作处理. */
export type Status = 'patrolled' | 'tabled' | 'dismissed';

/** One appeal a sign stands on: nothing of who wrote it, nor of what was written. */
interface Evidence {
  readonly id: string;
  readonly number: string;
}

/** 苗头的处理：what the street last did about a matter that stood out in a grid（条例第二十四条至第二十六条）. */
export interface Sign {
  readonly id: string;
  readonly status: Status;
  readonly grid: string;
  readonly matter: string;
  /** Epoch ms: what was submitted until then is dealt with; only what comes after may be a new sign. */
  readonly handledAt: number;
  readonly appeals: readonly Evidence[];
  /** The appeal or the topic it went into. */
  readonly into?: string | undefined;
}

interface About {
  readonly grid: string;
  readonly matter: string;
  readonly appeals: readonly Evidence[];
  readonly words: string;
}

/** `into`: the id under which the appeal, or the topic, is opened. */
export type Command =
  | ({ readonly type: 'patrol'; readonly into: string } & About)
  | ({ readonly type: 'table'; readonly into: string } & About)
  | ({ readonly type: 'dismiss' } & About);

type Handled<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'type'>;

export type Fact =
  | ({ readonly type: 'patrolled'; readonly units: readonly Assigned[] } & Handled<'patrol'>)
  | ({ readonly type: 'tabled' } & Handled<'table'>)
  | ({ readonly type: 'dismissed' } & Handled<'dismiss'>);

export interface Assigned {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
}

/** A matter in a grid has one record. */
export function signId({ grid, matter }: Pick<Sign, 'grid' | 'matter'>): string {
  return `sign-${grid}-${matter}`;
}
