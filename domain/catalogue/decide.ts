import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import type { Matter, Office } from '../office/office.ts';
import { dayOf } from '../time/calendar.ts';
import type { Changes, Command, Fact } from './catalogue.ts';
import { moves } from './moves.ts';

/** An office has one catalogue, under this id. */
export const catalogueId = 'catalogue';
/** 纪检监察只收移送，不在花名册上. */
const referredOnly = 'discipline';

export function decide(changes: Changes | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, changes, context.actor);
  must(context.id === catalogueId, 'bad-id', '编号不正确，请刷新后重试');
  const today = dayOf(context.now);
  if (command.type === 'retire') return [retired(command, today, context.office)];
  const row = { ...command.row, from: command.row.from ?? today };
  mustHold(row, today, context.office);
  return [{ ...command, type: 'revised', row }];
}

/** 不倒签；主办协办都在花名册上；社区只接职责清单上的事（条例第十七条）. */
function mustHold({ from, until, lead, assists, community }: Matter, today: string, { units }: Office): void {
  must((from ?? today) >= today, 'too-early', '施行日期不能早于今天');
  must(until === undefined || until >= (from ?? today), 'ends-before', '停用日期不能早于施行日期');
  const kindOf = (id: string) => units.find((unit) => unit.id === id)?.kind;
  must(lead === referredOnly || kindOf(lead), 'unknown-unit', '主办单位不在本街道名册上，请重新选择');
  must(assists.every(kindOf), 'unknown-unit', '协办单位不在本街道名册上，请重新选择');
  must(!assists.includes(lead), 'unit-twice', '主办单位不用再列为协办');
  const handed = { lead: [], assist: [lead], none: [lead, ...assists] }[community ?? 'none'];
  must(
    !handed.some((id) => kindOf(id) === 'community'),
    'not-for-communities',
    '社区职责清单里没有这样写，不能交给社区',
    '条例第十七条',
  );
}

function retired(
  { matter, until, words }: Extract<Command, { type: 'retire' }>,
  today: string,
  office: Office,
): Fact {
  const row = office.matters.find(({ id, areas }) => id === matter && areas === undefined);
  must(row, 'unknown-matter', '派单目录里没有这个事项，请重新选择');
  must(until >= today, 'too-early', '停用日期不能早于今天');
  return { type: 'retired', row: { ...row, until }, words };
}
