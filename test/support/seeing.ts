import type { Actor } from '../../domain/kernel/process.ts';
import * as people from './office.ts';
import { table } from './story.ts';

/** Everybody who may ever look: the resident who asked and another, the grid, the street, the units. */
const viewers: Readonly<Record<string, Actor>> = {
  ...{ owner: people.resident, stranger: people.neighbour },
  ...{ grid: people.gridWorker, elsewhere: people.otherGridWorker, chief: people.gridChief },
  ...{ coordinator: people.coordinator, leader: people.leader },
  ...{ secretary: people.secretary, supervisor: people.supervisor, clerk: people.followUpClerk },
  ...{ lead: people.housing, leadsHead: people.housingLeader, assist: people.water },
  ...{ uninvolved: people.urban, released: people.police, partner: people.shops },
};

type Fields<View> = Readonly<Record<string, (view: View) => unknown>>;

/** One process at one moment, and how each of its fields is read. */
export interface Seeing<View> {
  /** By hand, viewer × field: `+` seen, `-` not seen, `0` not even that it is there. */
  readonly text: string;
  readonly fields: Fields<View>;
  /** What everybody sees who sees it at all; named here so that no field is forgotten. */
  readonly plain?: readonly (keyof View & string)[];
  seenBy(actor: Actor): View | undefined;
}

export const viewerOf = (name: string): Actor => known(viewers, name);

/** Tests every cell of the table; with `plain`, that the table and it name every field of the view. */
export function sees<View extends object>({ text, fields, plain, seenBy }: Seeing<View>): void {
  const rows = table(text);

  test.each(rows)('$row 看 $column：$cell', ({ row, column, cell }) => {
    const view = seenBy(viewerOf(row));
    const field = known(fields, column);
    expect(view === undefined ? '0' : isShown(field(view)) ? '+' : '-').toBe(cell);
  });

  if (plain) {
    test('没有一栏漏在表外；人人都有一行', () => {
      const told = new Set(rows.map(({ column }) => column));
      const whole = Object.entries(seenBy(viewerOf('coordinator')) ?? {});
      const names = whole.filter(([, value]) => isShown(value)).map(([name]) => name);
      expect(names.filter((name) => !told.has(name) && !plain.some((each) => each === name))).toEqual([]);
      expect([...new Set(rows.map(({ row }) => row))].sort()).toEqual(Object.keys(viewers).sort());
    });

    test('看得见的人，寻常几栏都看得见', () => {
      for (const actor of Object.values(viewers)) {
        const view = seenBy(actor);
        if (view) expect(plain.filter((name) => view[name] === undefined)).toEqual([]);
      }
    });
  }
}

function isShown(value: unknown): boolean {
  return value !== undefined && value !== 0 && !(Array.isArray(value) && value.length === 0);
}

function known<Value>(all: Readonly<Record<string, Value>>, name: string): Value {
  const value = all[name];
  if (value === undefined) throw new Error(`the table names ${name}, which is not told of`);
  return value;
}
