import type { Context, Event, Line, Missed, Process } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Matter, matterName, type Office, unitName } from '../office/office.ts';
import { dayOf } from '../time/calendar.ts';
import type { Changes, Command, Fact } from './catalogue.ts';
import { decide } from './decide.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';

function evolve(changes: Changes | undefined, { stream, at, fact }: Event<Fact | Missed>): Changes {
  const { rows = [], automatic = {} } = changes ?? {};
  const same = { id: stream, status: 'inForce', rows, automatic } as const;
  switch (fact.type) {
    case 'revised':
    case 'retired':
      return { ...same, rows: withRows(rows, [fact.row], dayOf(at)) };
    case 'adopted':
      return { ...same, rows: withRows(rows, fact.rows, dayOf(at)) };
    case 'automated':
      return { ...same, automatic: { ...automatic, [fact.matter]: fact.least } };
    case 'missed':
      throw new Refusal('not-now', '目录没有时限');
  }
}

/** A row written again for the same day and place takes the place of the one before; what never holds again goes. */
function withRows(rows: readonly Matter[], fresh: readonly Matter[], today: string): Matter[] {
  const keys = new Set(fresh.map(keyOf));
  const all = [...rows.filter((row) => !keys.has(keyOf(row))), ...fresh];
  return all.filter((row) => {
    const later = all.filter(
      (other) => placeOf(other) === placeOf(row) && (other.from ?? '') > (row.from ?? ''),
    );
    return !later.some(({ from = '' }) => from <= today);
  });
}

const placeOf = ({ id, areas = [] }: Matter) => [id, ...areas].join('@');
const keyOf = (row: Matter) => `${row.from ?? ''}@${placeOf(row)}`;

/** The street's own business: nobody else sees it being written. */
function view(changes: Changes, { actor }: Context): Changes | undefined {
  return actor.roles.includes('coordinator') || actor.roles.includes('streetLeader') ? changes : undefined;
}

function line(_: Changes, { at, fact }: Event<Fact | Missed>, { office }: Context): Line | undefined {
  if (fact.type === 'missed') return undefined;
  return { at, who: office.zh, zh: told(fact, office), words: fact.words };
}

function told(fact: Fact, office: Office): string {
  switch (fact.type) {
    case 'revised':
      return `“${fact.row.zh}”${within(fact.row, office)}由${unitName(office, fact.row.lead)}主办，自 ${fact.row.from} 起`;
    case 'retired':
      return `停用“${fact.row.zh}”${within(fact.row, office)}，自 ${fact.row.until} 之后${follows(fact.row, office)}`;
    case 'adopted':
      return `导入目录：${fact.rows.length} 行`;
    case 'automated':
      return fact.least === 'off'
        ? `“${matterName(office, fact.matter)}”停止自动派单`
        : `“${matterName(office, fact.matter)}”开通自动派单，把握 ${Math.round(fact.least * 100)}% 起`;
  }
}

/** 「在柳林巷网格、团结社区」. */
function within({ areas }: Matter, office: Office): string {
  return areas ? `在${areas.map((area) => unitName(office, area)).join('、')}` : '';
}

function follows({ successor }: Matter, office: Office): string {
  return successor ? `，归入“${matterName(office, successor)}”` : '';
}

export const catalogue: Process<Changes, Command, Fact, Changes> = {
  name: 'catalogue',
  input,
  moves,
  decide,
  evolve,
  errands: () => [],
  notices: () => [],
  index: () => ({}),
  view,
  line,
};
