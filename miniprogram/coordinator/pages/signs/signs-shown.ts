import { type RoutingQueries, showInstant } from '../../../lib/domain';

type Signs = RoutingQueries['signs']['output'];

export interface SignShown {
  readonly id: string;
  readonly lead: string;
  readonly title: string;
  readonly fact: string;
  readonly usual: string;
  readonly season: string;
  readonly appeals: readonly { readonly id: string; readonly number: string; readonly when: string }[];
}

type Copy = Readonly<
  Record<
    'pieces' | 'people' | 'leads' | 'never' | 'usual' | 'lastYear' | 'holidays' | 'days' | 'before' | 'grids',
    string
  >
>;

export function signsShown({ items, handled, hot }: Signs, now: number, t: Copy) {
  return {
    items: items.map((sign): SignShown => {
      const { id, lead, grid, matter, count, people, before, lastYear, holidays, appeals } = sign;
      return {
        id,
        lead: `${t.leads}${lead}`,
        title: `${grid.zh} · ${matter.zh}`,
        fact: `${people} ${t.people} ${count} ${t.pieces}`,
        usual: before.some((week) => week > 0) ? `${t.usual} ${before.join('、')} ${t.pieces}` : t.never,
        season: [
          lastYear > 0 ? `${t.lastYear} ${lastYear} ${t.pieces}` : '',
          holidays > 0 ? `${t.holidays} ${holidays} ${t.days}` : '',
        ]
          .filter(Boolean)
          .join(' · '),
        appeals: appeals.map(({ id, number, at }) => ({ id, number, when: showInstant(at, now) })),
      };
    }),
    handled: handled.map(({ id, zh, status, handledAt, appeal = '' }) => ({
      ...{ id, zh, appeal },
      fact: `${status} · ${showInstant(handledAt, now)}`,
    })),
    hot: hot.map(({ matter, count, before, grids }) => ({
      id: matter.id,
      zh: matter.zh,
      fact: `${count} ${t.pieces} · ${t.before} ${before} ${t.pieces} · ${grids} ${t.grids}`,
    })),
  };
}
