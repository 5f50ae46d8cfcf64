import type { Actor } from '../../domain/kernel/process.ts';
import {
  clerk,
  colleague,
  coordinator,
  followUpClerk,
  gridChief,
  gridWorker,
  householdLead,
  housing,
  housingLeader,
  leader,
  neighbour,
  police,
  resident,
  secretary,
  shops,
  supervisor,
  system,
  water,
} from './office.ts';
import { type Story, table } from './story.ts';

/** The tables of duties, written by hand beside the ones in the code: state × person → moves, `-` for none. */
const people: Readonly<Record<string, Actor>> = {
  ...{ resident, neighbour, gridWorker, coordinator, leader },
  ...{ followUpClerk, secretary, supervisor },
  ...{
    resident,
    neighbour,
    gridWorker,
    gridChief,
    householdLead,
    clerk,
    coordinator,
    colleague,
    leader,
    secretary,
  },
  ...{ followUpClerk, supervisor, shops },
  ...{ housing, housingLeader, water, police, system },
};

export const cells = (text: string) =>
  table(text).map(({ row, column, cell }) => [row, column, cell === '-' ? [] : cell.split(',')] as const);

interface Duties<Command> {
  readonly name: string;
  readonly rows: ReturnType<typeof cells>;
  /** One of each command. */
  readonly commands: readonly Command[];
  /** The part of the duties that the table tells of. */
  readonly moves: Readonly<Record<string, unknown>>;
}

/** The duties but those another table tells of. */
export function apart<Moves extends object>(all: Moves, ...others: readonly object[]): Partial<Moves> {
  const own = Object.entries(all).filter(([type]) => !others.some((other) => Object.hasOwn(other, type)));
  return Object.fromEntries(own) as Partial<Moves>;
}

/** In every state everybody is offered exactly what the table says, and is refused all the rest. */
export function holds<Steps, Command extends { readonly type: string }>(
  { name, rows, commands, moves }: Duties<Command>,
  states: Readonly<Record<string, Steps>>,
  after: (steps: Steps) => Story<unknown, Command, never, unknown>,
): void {
  const isTold = (type: string) => Object.hasOwn(moves, type);
  describe(`${name}的职责表`, () => {
    test.each(rows)('%s：%s 可以 %j，别的都不行', (state, who, allowed) => {
      const [before, actor] = [states[state], people[who]];
      if (before === undefined || actor === undefined) throw new Error(`${state} or ${who} is not told of`);
      const story = after(before);
      expect(story.offered(actor).filter(isTold).sort()).toEqual([...allowed].sort());
      for (const command of commands.filter(({ type }) => !allowed.includes(type)))
        story.when(actor, command).refuses('not-yours', 'not-now', 'objected-once');
    });

    test('表里写到了每一种状态', () => {
      expect([...new Set(rows.map(([state]) => state))].sort()).toEqual(Object.keys(states).sort());
    });

    test('职责表里的每一步，这里都试到了', () => {
      expect(commands.map(({ type }) => type).sort()).toEqual(Object.keys(moves).sort());
    });
  });
}
