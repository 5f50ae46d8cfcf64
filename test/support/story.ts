import { movesOf } from '../../domain/kernel/moves.ts';
import type { Actor, Context, Deadline, Event, Line, Missed, Process } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { office, system } from './office.ts';

/** `2026-03-09 10:00` in Beijing as epoch ms. */
export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

/** Stands for a clock that runs out at this moment. */
export const until = (text: string) => expect.objectContaining({ dueAt: at(text) });

/** Monday morning, office hours. */
export const monday = '2026-03-09 10:00';

/** The clock set to a moment, or somebody's command. */
type Step<Command> = string | readonly [Actor, Command];

type Kind = { readonly type: string };
type State = { readonly status: string };

export interface Story<S, Command, Fact, View> {
  readonly state: S;
  when(
    actor: Actor,
    command: Command,
  ): { gives(...facts: readonly Fact[]): void; refuses(...codes: readonly string[]): void };
  /** Exactly these moves, and no other. */
  offers(actor: Actor, ...moves: readonly string[]): void;
  offered(actor: Actor): readonly string[];
  /** What this person may see; `undefined` when not even that it is there. */
  seenBy(actor: Actor): View | undefined;
  readBy(actor: Actor): Line[];
}

/** Given what happened, when somebody wants something, then exactly these facts, or this refusal. */
export function stories<S extends State, Command extends Kind, Fact extends Kind, View>(
  process: Process<S, Command, Fact, View>,
  id: string,
) {
  return (...steps: readonly Step<Command>[]): Story<S, Command, Fact, View> => {
    let now = at(monday);
    let state: S | undefined;
    const events: Event<Fact | Missed>[] = [];
    const context = (actor: Actor): Context => ({ id, now, actor, office });
    const happen = (by: Actor, facts: readonly (Fact | Missed)[]) => {
      for (const fact of facts) {
        const event = { stream: id, seq: events.length + 1, at: now, by, fact };
        state = process.evolve(state, event);
        events.push(event);
      }
    };
    for (const step of steps) {
      if (typeof step === 'string') {
        now = at(step);
        if (state) happen(system, overdue(process.deadlines?.(state) ?? [], now));
      } else happen(step[0], process.decide(state, step[1], context(step[0])));
    }
    const known = () => {
      if (state === undefined) throw new Error('nothing has happened yet');
      return state;
    };
    return {
      get state() {
        return known();
      },
      when(actor, command) {
        const decide = () => process.decide(state, command, context(actor));
        return {
          gives: (...facts) => expect(decide()).toEqual(facts),
          refuses: (...codes) => expect(codes).toContain(refusalOf(decide)),
        };
      },
      offered: (actor) => movesOf(process.moves, state, context(actor)),
      offers: (actor, ...moves) =>
        expect(movesOf(process.moves, state, context(actor)).sort()).toEqual([...moves].sort()),
      seenBy: (actor) => process.view(known(), context(actor)),
      readBy: (actor) => events.flatMap((event) => process.line(known(), event, context(actor)) ?? []),
    };
  };
}

/** The clocks that ran out by now, as they come onto the record. */
function overdue(deadlines: readonly Deadline[], now: number): Missed[] {
  return deadlines
    .filter(({ dueAt }) => dueAt <= now)
    .map(({ clock, dueAt }) => ({ type: 'missed', clock, dueAt }));
}

function refusalOf(decide: () => unknown): string {
  try {
    return `no refusal but ${JSON.stringify(decide())}`;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** A table written as text: the first row names the columns, the first word of each row the row; cells by spaces. */
export function table(
  text: string,
): { readonly row: string; readonly column: string; readonly cell: string }[] {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([row = '', ...cells]) => {
    if (cells.length !== head.length) throw new Error(`row ${row} has ${cells.length} cells`);
    return cells.map((cell, place) => ({ row, column: head[place] ?? '', cell }));
  });
}
