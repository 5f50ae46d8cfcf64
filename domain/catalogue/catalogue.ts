import type { Matter } from '../office/office.ts';

/** 派单目录的改动. What the coordinators of an office have written since it was set up, in the order of writing. */
export interface Changes {
  readonly id: string;
  readonly status: 'inForce';
  /** Each from its day on; see `rowsOn`. */
  readonly rows: readonly Matter[];
}

/** Instants are not needed here: rows begin and end with a Beijing day, `2026-04-01`. */
export type Command =
  | { readonly type: 'revise'; readonly row: Matter; readonly words: string }
  | { readonly type: 'retire'; readonly matter: string; readonly until: string; readonly words: string };

export type Fact =
  | { readonly type: 'revised'; readonly row: Matter; readonly words: string }
  | { readonly type: 'retired'; readonly row: Matter; readonly words: string };
