import type { Matter } from '../office/office.ts';

/** 派单目录的改动. What the coordinators of an office have written since it was set up, in the order of writing. */
export interface Changes {
  readonly id: string;
  readonly status: 'inForce';
  /** Each from its day on; see `rowsOn`. */
  readonly rows: readonly Matter[];
  /** 自动派单：matters the office has switched on, each from which confidence on (0–1), or off. */
  readonly automatic: Automatic;
}

export type Automatic = Readonly<Record<string, number | 'off'>>;

/** Instants are not needed here: rows begin and end with a Beijing day, `2026-04-01`. */
export type Command =
  | { readonly type: 'revise'; readonly row: Matter; readonly words: string }
  | { readonly type: 'adopt'; readonly rows: readonly Matter[]; readonly words: string }
  | {
      readonly type: 'retire';
      readonly matter: string;
      /** The row written for these areas; without them the one for everywhere. */
      readonly areas?: readonly string[] | undefined;
      readonly until: string;
      /** The matter that takes what belonged to it. */
      readonly successor?: string | undefined;
      readonly words: string;
    }
  | {
      readonly type: 'automate';
      readonly matter: string;
      readonly least: number | 'off';
      readonly words: string;
    };

export type Fact =
  | { readonly type: 'revised'; readonly row: Matter; readonly words: string }
  | { readonly type: 'adopted'; readonly rows: readonly Matter[]; readonly words: string }
  | { readonly type: 'retired'; readonly row: Matter; readonly words: string }
  | {
      readonly type: 'automated';
      readonly matter: string;
      readonly least: number | 'off';
      readonly words: string;
    };
