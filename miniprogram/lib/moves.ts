import { gather } from './gather';

/** One button: the move it makes and the words on it. */
export interface Button {
  readonly type: string;
  readonly zh: string;
  /** False: not even where it stands first. */
  readonly main?: boolean;
  readonly danger?: boolean;
  /** Never the main one by its place alone. */
  readonly quiet?: boolean;
}

type Table = Readonly<Record<string, { readonly zh: string; readonly final?: true }>>;

/** The moves of an answer as buttons, in the order of the domain; the first one is the main one. */
export function buttons(moves: readonly string[], table: Table): Button[] {
  return gather(moves, (type) => {
    const move = table[type];
    return move ? [{ type, zh: move.zh, danger: move.final === true }] : [];
  });
}
