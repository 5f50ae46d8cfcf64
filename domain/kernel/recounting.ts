import type { Office } from '../office/office.ts';
import { recountClock } from '../time/clock.ts';
import type { Clocks } from './deadlines.ts';
import type { Event, Missed, Process, Recipient } from './process.ts';

/** 放假安排变了：还没走完的时限按新的日历重新算，走完的不动. */
interface Recounted {
  readonly type: 'recounted';
  readonly clocks: Clocks;
}

interface Typed {
  readonly type: string;
}
interface Clocked {
  readonly status: string;
  readonly clocks: Clocks;
}

interface Also<State> {
  /** Clocks measured by one of those that moved. */
  readonly hanging?: (state: State, moved: Clocks, office: Office) => Clocks;
  /** Who is told. The words of the notice are `<process>.recounted`. */
  readonly told?: (state: State) => readonly Recipient[];
}

type Timed<State, Command extends Typed, Fact extends Typed, View> = Process<State, Command, Fact, View> &
  Required<Pick<Process<State, Command, Fact, View>, 'deadlines'>>;

/** The same process, its clocks following every calendar published since; who may see it reads that they moved. */
export function recounting<State extends Clocked, Command extends Typed, Fact extends Typed, View>(
  process: Timed<State, Command, Fact, View>,
  { hanging = () => ({}), told = () => [] }: Also<State> = {},
): Process<State, Command, Fact | Recounted, View> {
  const { name, deadlines } = process;
  return {
    ...process,
    recount(state, { office }) {
      const open = deadlines(state).map(({ clock }) => clock);
      const moved = changed(state.clocks, open, (clock) => recountClock(clock, office.calendar));
      const hung = hanging(state, moved, office);
      const clocks = { ...moved, ...changed(state.clocks, open, (clock, name) => hung[name] ?? clock) };
      return Object.keys(clocks).length > 0 ? [{ type: 'recounted', clocks }] : [];
    },
    evolve(state, event) {
      if (!state || !isRecount(event)) return process.evolve(state, event as Event<Fact | Missed>);
      return { ...state, clocks: { ...state.clocks, ...event.fact.clocks } };
    },
    errands: (state, event) =>
      isRecount(event) ? [] : process.errands(state, event as Event<Fact | Missed>),
    notices(state, event) {
      if (!isRecount(event)) return process.notices(state, event as Event<Fact | Missed>);
      const { stream: id } = event;
      return told(state).map((to) => ({ to, about: `${name}.recounted`, process: name, id }));
    },
    line(state, event, context) {
      if (!isRecount(event)) return process.line(state, event as Event<Fact | Missed>, context);
      if (process.view(state, context) === undefined) return undefined;
      return { at: event.at, who: '系统', zh: '放假安排有变，时限按新的日历计算' };
    },
  };
}

function isRecount(event: Event<Typed>): event is Event<Recounted> {
  return event.fact.type === 'recounted';
}

/** Of the clocks named, those that are no longer what they were. */
function changed(
  clocks: Clocks,
  names: readonly string[],
  by: (clock: Clocks[string], name: string) => Clocks[string],
): Clocks {
  return Object.fromEntries(
    names.flatMap((name) => {
      const clock = clocks[name];
      const now = clock && by(clock, name);
      return now && now !== clock ? [[name, now]] : [];
    }),
  );
}
