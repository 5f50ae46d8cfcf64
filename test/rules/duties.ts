import type { Actor } from '../../domain/kernel/process.ts';
import { type Story, table } from '../support/story.ts';

/** Rows of a table of duties written by hand: state × person → moves, `-` for none. */
export const cells = (text: string) =>
  table(text).map(({ row, column, cell }) => [row, column, cell === '-' ? [] : cell.split(',')] as const);

interface Duties<Command> {
  readonly name: string;
  readonly rows: ReturnType<typeof cells>;
  readonly people: Readonly<Record<string, Actor>>;
  readonly commands: readonly Command[];
}

/** Every cell: what is offered, and that all the rest is refused. */
export function holds<Steps, Command extends { readonly type: string }>(
  { name, rows, people, commands }: Duties<Command>,
  states: Readonly<Record<string, Steps>>,
  after: (steps: Steps) => Story<unknown, Command, never, unknown>,
): void {
  describe(`${name}的职责表`, () => {
    test.each(rows)('%s：%s 可以 %j，别的都不行', (state, who, moves) => {
      const [before, actor] = [states[state], people[who]];
      if (before === undefined || actor === undefined) throw new Error(`${state} or ${who} is not told of`);
      const story = after(before);
      story.offers(actor, ...moves);
      for (const command of commands.filter(({ type }) => !moves.includes(type)))
        story.when(actor, command).refuses('not-yours', 'not-now', 'objected-once');
    });

    test('表里写到了每一种状态', () => {
      expect([...new Set(rows.map(([state]) => state))].sort()).toEqual(Object.keys(states).sort());
    });
  });
}
