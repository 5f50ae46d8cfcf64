import type { GenericSchema } from 'valibot';
import type { Office } from '../office/office.ts';
import type { MoveTable } from './moves.ts';

/** What a person may be in the office. `system` is the office itself: clocks and errands. */
export type Role =
  | 'resident'
  | 'householdLead'
  | 'gridWorker'
  | 'gridChief'
  | 'communityClerk'
  | 'handler'
  | 'unitLeader'
  | 'coordinator'
  | 'followUpClerk'
  | 'streetLeader'
  | 'secretary'
  | 'supervisor'
  | 'partner'
  | 'system';

/** Who acts or looks. Never taken from what a caller says, always from the platform and the roster. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
  /** Grids this person answers for. */
  readonly grids?: readonly string[];
}

/** What a decision may know beside the state. `now` is epoch ms. */
export interface Context {
  /** The process commanded or looked at. */
  readonly id: string;
  readonly now: number;
  readonly actor: Actor;
  readonly office: Office;
}

/** Something that happened: never changed, in order of `seq` within its stream (from 1). `at` is epoch ms. */
export interface Event<Fact> {
  readonly stream: string;
  readonly seq: number;
  readonly at: number;
  readonly by: Actor;
  readonly fact: Fact;
}

/** A clock that ran out; put on the record before anything later is decided. */
export interface Missed {
  readonly type: 'missed';
  readonly clock: string;
  readonly dueAt: number;
}

/**
 * A command for another process, run after the commit until it is done or refused. `together`: in the same
 * transaction, for what must not come apart; refused, it takes everything with it where it `must` be done, and
 * is passed over where it `may`.
 */
export interface Errand {
  readonly process: string;
  readonly id: string;
  readonly command: { readonly type: string; readonly [key: string]: unknown };
  readonly together?: 'must' | 'may';
}

export type Recipient = { readonly person: string } | { readonly unit: string } | { readonly role: Role };

/** A message for an inbox. Its words come from the words table; it carries no personal data. */
export interface Notice {
  readonly to: Recipient;
  readonly about: string;
  /** Where a tap leads: the process and its id. */
  readonly process: string;
  readonly id: string;
}

/** What a notice says it is about: the appeal's number, its matter, whose task it is. No personal data. */
export interface Cited {
  readonly number?: string | undefined;
  readonly matter?: string | undefined;
  readonly unit?: string | undefined;
}

export interface Deadline {
  readonly clock: string;
  readonly dueAt: number;
}

/** One line of a history as a person reads it. `who` is a unit or an office, never a name. `at` is epoch ms. */
export interface Line {
  readonly at: number;
  readonly zh: string;
  readonly who: string;
  readonly words?: string | undefined;
  readonly photos?: readonly string[] | undefined;
  readonly late?: true;
}

/** Declared index fields of a stored state; see the manifest of collections. */
export type Index = Readonly<Record<string, string | number | null>>;

/**
 * Everything that lives — an appeal, a unit's task, a whistle — is a process: data and pure functions.
 * A state is the fold of its events by `evolve`; nothing leaves the cloud that has not passed `view` or `line`.
 */
export interface Process<
  State,
  Command extends { readonly type: string },
  Fact extends { readonly type: string },
  View,
> {
  readonly name: string;
  readonly input: GenericSchema<unknown, Command>;
  readonly moves: MoveTable<State, Command['type']>;
  /** Throws a Refusal where the rules say no. */
  decide(state: State | undefined, command: Command, context: Context): readonly Fact[];
  evolve(state: State | undefined, event: Event<Fact | Missed>): State;
  errands(state: State, event: Event<Fact | Missed>): readonly Errand[];
  notices(state: State, event: Event<Fact | Missed>): readonly Notice[];
  /** What stands beside the words of its notices; left out where they say all. */
  cites?(state: State): Cited;
  /** Facts by which its running clocks follow a calendar published since; on the record before anything else. */
  recount?(state: State, context: Context): readonly Fact[];
  /** Clocks that run now and have not been missed yet; left out where none ever runs. Their collection needs `wakeAt`. */
  deadlines?(state: State): readonly Deadline[];
  index(state: State): Index;
  /** What this viewer may see, `undefined` when not even that it exists. */
  view(state: State, context: Context): View | undefined;
  /** One line of the history for this viewer, `undefined` when it is not for him. */
  line(state: State, event: Event<Fact | Missed>, context: Context): Line | undefined;
}
