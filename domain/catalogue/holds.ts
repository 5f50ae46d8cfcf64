import { must } from '../kernel/refusal.ts';
import { areasOf, type Matter, type Office, unitName } from '../office/office.ts';

/** 纪检监察只收移送，不在花名册上. */
export const referredOnly = 'discipline';

/** 不倒签；单位、片区都是本街道的；社区只接职责清单上的事（条例第十七条）. `today` is a Beijing day. */
export function mustHold(row: Matter, today: string, office: Office): void {
  const { from = today, until } = row;
  must(from >= today, 'too-early', '施行日期不能早于今天');
  must(until === undefined || until >= from, 'ends-before', '停用日期不能早于施行日期');
  mustNameUnits(row, office);
  mustBeTheirs(row, office);
  mustNameAreas(row, office);
}

function mustNameUnits({ lead, assists }: Matter, { units }: Office): void {
  const known = (id: string) => units.some((unit) => unit.id === id);
  must(lead === referredOnly || known(lead), 'unknown-unit', '主办单位不在本街道名册上，请重新选择');
  must(assists.every(known), 'unknown-unit', '协办单位不在本街道名册上，请重新选择');
  must(!assists.includes(lead), 'unit-twice', '主办单位不用再列为协办');
}

function mustBeTheirs({ lead, assists, community }: Matter, { units }: Office): void {
  const communities = units.filter(({ kind }) => kind === 'community').map(({ id }) => id);
  const handed = { lead: [], assist: [lead], none: [lead, ...assists] }[community ?? 'none'];
  must(
    !handed.some((id) => communities.includes(id)),
    'not-for-communities',
    '社区职责清单里没有这样写，不能交给社区',
    '条例第十七条',
  );
}

/** 一个片区里，一个事项只有一种派法. */
function mustNameAreas(row: Matter, office: Office): void {
  const { areas } = row;
  if (!areas) return;
  const known = areasOf(office).map(({ id }) => id);
  must(
    areas.length > 0 && areas.every((area) => known.includes(area)),
    'unknown-area',
    '没有这个网格或社区，请重新选择',
  );
  const free = !office.matters.some((other) => overlap(row, other));
  must(free, 'area-twice', '有的片区已经另有规定，请先停用原来那一条');
}

/** 一次写的几条之间也一样. */
export function mustStayApart(rows: readonly Matter[], office: Office): void {
  for (const [at, row] of rows.entries()) {
    const other = rows.slice(0, at).find((before) => overlap(before, row));
    must(!other, 'area-twice', `${named(other ?? row, office)}和${named(row, office)}的片区重叠，请改开`);
  }
}

/** Whether two rows of one matter speak of the same area at the same time; the same areas are the same row. */
export function overlap(one: Matter, other: Matter): boolean {
  const [here, there] = [one.areas ?? [], other.areas ?? []];
  const apart = one.id !== other.id || here.join() === there.join();
  const meet = !endsBefore(one, other) && !endsBefore(other, one);
  return !apart && meet && here.some((area) => there.includes(area));
}

function endsBefore({ until }: Matter, { from = '' }: Matter): boolean {
  return until !== undefined && until < from;
}

/** 「屋顶漏水」（一号网格、二号网格）. */
function named({ zh, areas = [] }: Matter, office: Office): string {
  return `“${zh}”（${areas.map((area) => unitName(office, area)).join('、')}）`;
}
