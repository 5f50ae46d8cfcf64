import type { Actor, Process } from '../../domain/kernel/process.ts';
import { stories, table } from './story.ts';

/** A table of duties written by hand: state × person → moves, `-` for none. */
interface Duties<Command> {
  readonly name: string;
  readonly cells: string;
  readonly people: Readonly<Record<string, Actor>>;
  readonly states: Readonly<Record<string, readonly (string | readonly [Actor, Command])[]>>;
  /** One way to say each command there is. */
  readonly commands: readonly Command[];
}

/** Every cell of the table holds: what stands in it is offered, everything else is refused. */
export function duties<
  State extends { readonly status: string },
  Command extends { readonly type: string },
  Fact extends { readonly type: string },
  View,
>(process: Process<State, Command, Fact, View>, id: string, told: Duties<Command>): void {
  const { name, people, states, commands } = told;
  const after = stories(process, id);
  const rows = table(told.cells).map(
    ({ row, column, cell }) => [row, column, cell === '-' ? [] : cell.split(',')] as const,
  );

  describe(`${name}的职责表`, () => {
    test.each(rows)('%s：%s 可以 %j，别的都不行', (state, who, moves) => {
      const [before, actor] = [states[state], people[who]];
      if (before === undefined || actor === undefined) throw new Error(`${state} or ${who} is not told of`);
      const story = after(...before);
      story.offers(actor, ...moves);
      for (const command of commands.filter(({ type }) => !moves.includes(type)))
        story.when(actor, command).refuses('not-yours', 'not-now');
    });

    test('写到了每一种状态、每一步', () => {
      expect([...new Set(rows.map(([state]) => state))].sort()).toEqual(Object.keys(states).sort());
      expect(commands.map(({ type }) => type).sort()).toEqual(Object.keys(process.moves).sort());
    });
  });
}
