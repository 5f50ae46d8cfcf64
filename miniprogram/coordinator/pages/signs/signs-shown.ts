import { type RoutingQueries, showInstant } from '../../../lib/domain';

type Signs = RoutingQueries['signs']['output'];

export interface SignShown {
  readonly key: string;
  readonly title: string;
  readonly fact: string;
  readonly usual: string;
  readonly season: string;
  readonly appeals: readonly { readonly id: string; readonly zh: string }[];
  readonly patrol: string;
  readonly agenda: string;
}

type Copy = Readonly<
  Record<'pieces' | 'people' | 'usual' | 'lastYear' | 'holidays' | 'days' | 'before' | 'grids', string>
>;

export function signsShown({ items, hot }: Signs, now: number, t: Copy) {
  return {
    items: items.map((sign): SignShown => {
      const { grid, matter, count, people, before, lastYear, holidays, appeals, patrol, agenda } = sign;
      return {
        key: `${grid.id}.${matter.id}`,
        title: `${grid.zh} · ${matter.zh}`,
        fact: `${people} ${t.people} ${count} ${t.pieces}`,
        usual: `${t.usual} ${before.join('、')} ${t.pieces}`,
        season: [
          lastYear > 0 ? `${t.lastYear} ${lastYear} ${t.pieces}` : '',
          holidays > 0 ? `${t.holidays} ${holidays} ${t.days}` : '',
        ]
          .filter(Boolean)
          .join(' · '),
        appeals: appeals.map(({ id, number, at }) => ({ id, zh: `${number} · ${showInstant(at, now)}` })),
        patrol,
        agenda,
      };
    }),
    hot: hot.map(({ matter, count, before, grids }) => ({
      id: matter.id,
      zh: matter.zh,
      fact: `${count} ${t.pieces} · ${t.before} ${before} ${t.pieces} · ${grids} ${t.grids}`,
    })),
  };
}
