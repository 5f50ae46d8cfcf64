import { type AnyProcess, processOf as anyProcessOf } from '../../cloudfunctions/commit.ts';
import { type Happened, happen } from '../../cloudfunctions/history.ts';
import { movesOf } from '../../domain/kernel/moves.ts';
import type { Actor, Context, Errand, Event, Missed, Notice, Process } from '../../domain/kernel/process.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { type ProcessName, registry } from '../../domain/registry.ts';
import { office, system } from './office.ts';
import { at, monday } from './story.ts';

export type Fact = { readonly type: string; readonly [key: string]: unknown };
export type State = { readonly status: string; readonly [key: string]: unknown };
export type Command = { readonly type: string };
export type Any = Process<State, Command, Fact, unknown>;

export interface Stream {
  readonly process: ProcessName;
  readonly id: string;
  readonly state: State;
  readonly events: readonly Event<Fact | Missed>[];
}

export const names = Object.keys(registry) as ProcessName[];
export const processOf = (name: ProcessName) => registry[name] as unknown as Any;

type Sent = Errand & { readonly by: Actor };

/** The whole office in memory, without a store: the rules, their errands and their clocks, and nothing else. */
export class World {
  now = at(monday);
  readonly notices: Notice[] = [];
  #streams = new Map<string, Stream>();
  #all: readonly Stream[] | undefined;
  #later: Sent[] = [];
  #together: Sent[] = [];

  get streams(): readonly Stream[] {
    this.#all ??= [...this.#streams.values()];
    return this.#all;
  }

  stream(process: string, id: string): Stream | undefined {
    return this.#streams.get(`${process} ${id}`);
  }

  /** Does it whole, or refuses and leaves everything as it was; then runs what it brings in its train. */
  send(actor: Actor, process: ProcessName, id: string, command: Command): Refusal | undefined {
    const refused = this.#whole(() => this.#obey(actor, process, id, command));
    this.#run();
    return refused;
  }

  /** The hand of the clock goes on, and marks what ran out. */
  pass(ms: number): void {
    this.now += ms;
    for (let rounds = 0; this.#due().length > 0; rounds += 1) {
      if (rounds > 50) throw new Error('a clock runs out again and again');
      for (const { process, id } of this.#due())
        this.#whole(() => this.#obey(system, process, id, { type: 'tick' }));
      this.#run();
    }
  }

  movesOf(stream: Stream, actor: Actor): readonly string[] {
    return movesOf(processOf(stream.process).moves, stream.state, this.contextOf(stream.id, actor));
  }

  contextOf(id: string, actor: Actor): Context {
    return { id, now: this.now, actor, office };
  }

  #due(): Stream[] {
    return this.streams.filter(({ process, state }) =>
      processOf(process)
        .deadlines?.(state)
        .some(({ dueAt }) => dueAt <= this.now),
    );
  }

  /** In one transaction, with all that must not come apart: first come, first served. */
  #whole(work: () => void): Refusal | undefined {
    const streams = new Map(this.#streams);
    const [later, told] = [[...this.#later], this.notices.length];
    try {
      work();
      for (let next = this.#together.shift(); next; next = this.#together.shift()) this.#follow(next);
      return undefined;
    } catch (error) {
      this.#streams = streams;
      this.#all = undefined;
      this.#later = later;
      this.#together = [];
      this.notices.length = told;
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  #follow({ by, process, id, command, together }: Sent): void {
    try {
      this.#obey(by, process as ProcessName, id, command);
    } catch (error) {
      if (together === 'must' || !(error instanceof Refusal)) throw error;
    }
  }

  #run(): void {
    for (let errand = this.#later.shift(); errand; errand = this.#later.shift()) {
      const { by, process, id, command } = errand;
      this.#whole(() => this.#obey(by, process as ProcessName, id, command));
    }
  }

  #obey(actor: Actor, name: ProcessName, id: string, command: Command): void {
    const process = anyProcessOf(name);
    const before = this.stream(name, id);
    const past = before && { version: before.events.length, state: before.state };
    const { state, events } = happen(process, past, { id, command, actor }, this.contextOf(id, actor));
    if (events.length === 0) return;
    const all = [...(before?.events ?? []), ...events.map(({ event }) => event)];
    this.#streams.set(`${name} ${id}`, { process: name, id, state: state as State, events: all });
    this.#all = undefined;
    for (const each of events) this.#post(process, each, actor);
  }

  #post(process: AnyProcess, { state, event }: Happened, actor: Actor): void {
    this.notices.push(...process.notices(state, event));
    const by: Actor = { ...actor, roles: ['system'] };
    for (const errand of process.errands(state, event))
      (errand.together ? this.#together : this.#later).push({ ...errand, by });
  }
}
