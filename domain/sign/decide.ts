import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import type { Office } from '../office/office.ts';
import { rowIn } from '../routing/propose.ts';
import { moves } from './moves.ts';
import { type Assigned, type Command, type Fact, type Sign, signId } from './sign.ts';

export function decide(
  sign: Sign | undefined,
  command: Command,
  { id, actor, office }: Context,
): readonly Fact[] {
  mustMove(moves, command.type, sign, actor);
  must(id === signId(command), 'bad-id', '编号不正确，请刷新后重试');
  const known = new Set(sign?.appeals.map((each) => each.id));
  const fresh = command.appeals.some((each) => !known.has(each.id));
  must(fresh, 'already-handled', '这个苗头已经有人处理过了，请刷新后再看');
  const there = office.grids.some((grid) => grid.id === command.grid);
  must(there, 'unknown-area', '没有这个网格，请刷新后再看');
  must(rowIn(office, command), 'unknown-matter', '派单目录里没有这个事项，请重新选择');
  switch (command.type) {
    case 'patrol':
      return [{ ...command, type: 'patrolled', units: unitsFor(command, office) }];
    case 'table':
      return [{ ...command, type: 'tabled' }];
    case 'dismiss':
      return [{ ...command, type: 'dismissed' }];
  }
}

/** As the catalogue says for this grid: who leads, and who of the roster assists. */
function unitsFor(command: Command, office: Office): Assigned[] {
  const { lead = '', assists = [] } = rowIn(office, command) ?? {};
  const known = (id: string) => office.units.some((unit) => unit.id === id);
  must(known(lead), 'nobody-leads', '目录里没有能主办它的单位，请提周例会');
  const assisting = assists.filter(known).map((unit) => ({ unit, role: 'assist' as const }));
  return [{ unit: lead, role: 'lead' }, ...assisting];
}
