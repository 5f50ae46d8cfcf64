import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import type { Matter, Office } from '../office/office.ts';
import { amended } from '../routing/in-force.ts';
import { dayOf } from '../time/calendar.ts';
import type { Changes, Command, Fact } from './catalogue.ts';
import { mustHold, mustStayApart } from './holds.ts';
import { moves } from './moves.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

/** An office has one catalogue, under this id. What was written a moment ago counts, whatever the office remembers. */
export const catalogueId = 'catalogue';

export function decide(changes: Changes | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, changes, context.actor);
  must(context.id === catalogueId, 'bad-id', '编号不正确，请刷新后重试');
  const today = dayOf(context.now);
  const office = amended(context.office, changes?.rows ?? [], today);
  switch (command.type) {
    case 'revise':
      return [{ ...command, type: 'revised', row: written(command.row, today, office) }];
    case 'adopt':
      return [{ ...command, type: 'adopted', rows: writtenAll(command.rows, today, office) }];
    case 'retire':
      return [retired(command, today, office)];
    case 'automate':
      mustGoAlone(command, office);
      return [{ ...command, type: 'automated' }];
  }
}

function written(row: Matter, today: string, office: Office): Matter {
  const dated = { ...row, from: row.from ?? today };
  mustHold(dated, today, office);
  return dated;
}

function writtenAll(rows: readonly Matter[], today: string, office: Office): Matter[] {
  const dated = rows.map((row) => written(row, today, office));
  mustStayApart(dated, office);
  return dated;
}

function retired(
  { matter, areas, until, successor, words }: Of<'retire'>,
  today: string,
  { matters }: Office,
): Fact {
  const row = matters.find(({ id, areas: own }) => id === matter && own?.join() === areas?.join());
  must(row, 'unknown-matter', '派单目录里没有这个事项，请重新选择');
  must(until >= today, 'too-early', '停用日期不能早于今天');
  const next =
    successor === undefined || (successor !== matter && matters.some(({ id }) => id === successor));
  must(next, 'unknown-matter', '接着办的事项不在派单目录里，请重新选择');
  return { type: 'retired', row: { ...row, until, ...(successor && { successor }) }, words };
}

/** 投诉、举报由人核定（条例第三十五条）；吹哨、移送、没有主办的，也要人来定. */
function mustGoAlone({ matter, least }: Of<'automate'>, { matters, units, rules }: Office): void {
  const row = matters.find(({ id, areas }) => id === matter && areas === undefined);
  must(row, 'unknown-matter', '派单目录里没有这个事项，请重新选择');
  if (least === 'off') return;
  const personal = row.kind === 'complain' || row.kind === 'report';
  must(!personal, 'needs-person', '投诉、举报要由人核定，不能自动派单', '条例第三十五条');
  const alone = row.whistle === undefined && units.some(({ id }) => id === row.lead);
  must(alone, 'not-alone', '要吹哨、移送的事项，不能自动派单');
  must(least >= rules.routing.consultBelow, 'too-unsure', '把握不到会商的门槛，不能自动派单');
}
