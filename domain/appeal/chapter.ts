import type { Context, Errand, Event, Line, Recipient } from '../kernel/process.ts';
import type { Office } from '../office/office.ts';
import type { Appeal, Relation } from './appeal.ts';
import { isOpen } from './tasks.ts';

/**
 * The rulebook of the appeal is written in chapters. Each reads from top to bottom: nouns (`Command`, `Fact`),
 * `moves`, `inputs`, then by type what is decided, remembered, done, told and read. `rulebook.ts` binds them.
 */
interface Typed {
  readonly type: string;
}
type One<Union extends Typed, Type> = Extract<Union, { type: Type }>;

/** The rule of each command of an appeal that is there. */
export type Decisions<Command extends Typed, Fact extends Typed> = {
  readonly [Type in Command['type']]: (
    appeal: Appeal,
    command: One<Command, Type>,
    context: Context,
  ) => readonly Fact[];
};

/** What each fact changes. */
export type Memory<Fact extends Typed> = {
  readonly [Type in Fact['type']]: (appeal: Appeal, happened: Event<One<Fact, Type>>) => Partial<Appeal>;
};

/** What other processes must do because of a fact; the appeal as it is after it. */
export type Errands<Fact extends Typed> = {
  readonly [Type in Fact['type']]?: (appeal: Appeal, happened: Event<One<Fact, Type>>) => readonly Errand[];
};

/** What the office itself does when a clock runs out. */
export type Lapses = Readonly<Record<string, (appeal: Appeal) => readonly Errand[]>>;

/** Who is told of a fact. The words of the notice are `appeal.<fact>`. */
export type Notices<Fact extends Typed> = {
  readonly [Type in Fact['type']]?: (appeal: Appeal, fact: One<Fact, Type>) => readonly Recipient[];
};

/** A fact as somebody reads it. `inner`: he may read what the office says among itself. */
export interface Reading<Fact> {
  readonly fact: Fact;
  readonly appeal: Appeal;
  readonly relation: Relation | undefined;
  readonly inner: boolean;
  readonly office: Office;
}

export type Told = Pick<Line, 'zh'> & Partial<Line>;

/** The line of history a fact is read as, `undefined` where it is none. */
export type Lines<Fact extends Typed> = {
  readonly [Type in Fact['type']]: (reading: Reading<One<Fact, Type>>) => Told | undefined;
};

export const toOwner = ({ owner }: Appeal): readonly Recipient[] => [{ person: owner }];
export const toDesk = (): readonly Recipient[] => [{ role: 'coordinator' }];
export const toLeads = ({ tasks }: Appeal): readonly Recipient[] =>
  tasks.filter((task) => task.role === 'lead' && isOpen(task)).map(({ unit }) => ({ unit }));
export const toBoth = (appeal: Appeal): readonly Recipient[] => [...toOwner(appeal), ...toDesk()];
