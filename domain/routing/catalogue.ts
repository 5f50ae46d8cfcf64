import * as v from 'valibot';
import type { Matter } from '../office/office.ts';
import { branches } from './catalogue/index.ts';
import { communityDuties, sharedBranches } from './catalogue/lists.ts';
import type { Branch, Row } from './catalogue/shape.ts';

export { departments } from './catalogue/shape.ts';
export type { Matter };

/** A Beijing date. */
export const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 2026-01-31'));
const idOf = (label: string) =>
  v.pipe(v.string(`${label}不正确`), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, `${label}用小写英文和短横线`));
const said = (label: string, max: number) =>
  v.pipe(
    v.string(`请填写${label}`),
    v.trim(),
    v.nonEmpty(`请填写${label}`),
    v.maxLength(max, `${label}最多 ${max} 字`),
  );

/** Grids and communities. */
export const areasSchema = v.pipe(v.array(idOf('片区')), v.maxLength(50, '最多 50 个片区'));

/** One row as a coordinator may write it; unknown keys are refused. */
export const matterSchema = v.strictObject({
  id: v.pipe(idOf('事项编号'), v.maxLength(40, '事项编号最多 40 字')),
  zh: said('三级名称', 30),
  group: said('一级名称', 20),
  branch: v.optional(said('二级名称', 20)),
  lead: idOf('主办单位'),
  assists: v.pipe(v.array(idOf('协办单位')), v.maxLength(10, '最多 10 个协办单位')),
  tier: v.picklist(['T1', 'T2', 'T3', 'T4'], '请选择办理时限'),
  kind: v.optional(
    v.picklist(['consult', 'help', 'complain', 'report', 'suggest', 'praise'], '请选择诉求类型'),
  ),
  whistle: v.optional(said('吹哨理由', 200)),
  duty: v.optional(said('职责依据', 300)),
  community: v.optional(v.picklist(['lead', 'assist'])),
  shared: v.optional(v.boolean()),
  words: v.pipe(v.array(said('群众用语', 40)), v.maxLength(80, '群众用语最多 80 个')),
  areas: v.optional(areasSchema),
  from: v.optional(daySchema),
  until: v.optional(daySchema),
  instead: v.optional(idOf('原事项')),
});

/** A whole dispatch catalogue: its matters, and words that point at a second level as a whole. */
export const catalogueSchema = v.strictObject({
  version: said('版本', 20),
  matters: v.pipe(
    v.array(matterSchema),
    v.check(
      (rows) => new Set(rows.map((row) => `${row.id}@${row.from ?? ''}`)).size === rows.length,
      '事项编号重复',
    ),
  ),
  branches: v.array(v.strictObject({ one: v.string(), two: v.string(), words: v.array(v.string()) })),
});

/** Words that point at all matters of a second level and at none in particular. */
export interface BranchWords {
  readonly one: string;
  readonly two: string;
  readonly words: readonly string[];
}

export interface Catalogue {
  readonly version: string;
  readonly matters: readonly Matter[];
  readonly branches: readonly BranchWords[];
}

const list = (words = '') => words.split(' ').filter((word) => word !== '');

/** The catalogue a new street starts with. */
export const shippedCatalogue: Catalogue = {
  version: '2026.1',
  matters: branches.flatMap((branch) => branch.matters.map((row) => matterOf(branch, row))),
  branches: branches.map(({ one, two, zh, bo }) => ({ one, two, words: [...list(zh), ...list(bo)] })),
};

function matterOf({ one, two }: Branch, row: Row): Matter {
  const { id, name, lead, assists = [], tier, kind, duty, whistle } = row;
  return {
    id,
    zh: name,
    group: one,
    branch: two,
    lead,
    assists,
    tier,
    kind,
    duty,
    ...(whistle !== undefined && { whistle }),
    ...(communityDuties[id] && { community: communityDuties[id] }),
    ...(sharedBranches.has(`${one}/${two}`) && { shared: true }),
    words: [...list(row.zh), ...list(row.bo)],
  };
}

/** Whether a row is in force on a day and in an area; without an area only rows for everywhere. */
export function inForce(matter: Matter, on: string, area?: string): boolean {
  if (matter.from !== undefined && on < matter.from) return false;
  if (matter.until !== undefined && on > matter.until) return false;
  return matter.areas === undefined || (area !== undefined && matter.areas.includes(area));
}

/** The row of a matter on a day in an area: one written for the area before one for everywhere, the newest first. */
export function rowOf(catalogue: Catalogue, id: string, on: string, area?: string): Matter | undefined {
  const rows = catalogue.matters.filter((matter) => matter.id === id && inForce(matter, on, area));
  return rows.sort(
    (a, b) =>
      Number(b.areas !== undefined) - Number(a.areas !== undefined) ||
      ((a.from ?? '') < (b.from ?? '') ? 1 : -1),
  )[0];
}
