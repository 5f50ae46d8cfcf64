import type { Actor, Context, Role } from './process.ts';
import { Refusal } from './refusal.ts';

/** One row of a 职责表: who may make this move, from which states, and the article it stands on. */
export interface Move<State> {
  readonly zh: string;
  readonly by: readonly Role[];
  /** `new` is the state of what does not exist yet. */
  readonly from: readonly string[];
  /** Whose appeal, whose task: beyond the role. */
  readonly whose?: (state: State, actor: Actor) => boolean;
  /** A further condition of the state. */
  readonly when?: (state: State) => boolean;
  /**
   * Offered only where the moment or the office allows it. Whoever comes all the same is told so by the rule, in its
   * own words.
   */
  readonly offered?: (state: State, context: Context) => boolean;
  readonly article?: string;
  /** Cannot be undone: pages ask before sending it. */
  readonly final?: true;
}

export type MoveTable<State, Type extends string> = Readonly<Record<Type, Move<State>>>;

interface Status {
  readonly status: string;
}

/** The moves this actor has now, in the order of the table. The screen draws exactly these. */
export function movesOf<State extends Status, Type extends string>(
  table: MoveTable<State, Type>,
  state: State | undefined,
  context: Context,
): Type[] {
  return (Object.keys(table) as Type[]).filter((type) => offers(table[type], state, context));
}

function offers<State extends Status>(
  move: Move<State>,
  state: State | undefined,
  context: Context,
): boolean {
  const { offered = () => true } = move;
  return allows(move, state, context.actor) === undefined && (state === undefined || offered(state, context));
}

/** Refuses unless the table allows the move: first the person, then the state, so that neither hides the other. */
export function mustMove<State extends Status, Type extends string>(
  table: MoveTable<State, Type>,
  type: Type,
  state: State | undefined,
  actor: Actor,
): void {
  const move = table[type];
  const obstacle = allows(move, state, actor);
  if (obstacle === 'person') throw new Refusal('not-yours', `您没有“${move.zh}”的权限`, move.article);
  if (obstacle === 'state') throw new Refusal('not-now', `现在不能“${move.zh}”，请刷新后再看`, move.article);
}

function allows<State extends Status>(
  move: Move<State>,
  state: State | undefined,
  actor: Actor,
): 'person' | 'state' | undefined {
  if (!move.by.some((role) => actor.roles.includes(role))) return 'person';
  if (state === undefined) return move.from.includes('new') ? undefined : 'state';
  if (move.whose && !actor.roles.includes('system') && !move.whose(state, actor)) return 'person';
  if (!move.from.includes(state.status)) return 'state';
  return move.when && !move.when(state) ? 'state' : undefined;
}
