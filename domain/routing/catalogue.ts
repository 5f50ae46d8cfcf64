import * as v from 'valibot';
import { branches } from './catalogue/index.ts';
import {
  type Branch,
  type DepartmentId,
  departments,
  type MatterKind,
  type MatterTier,
  type Row,
} from './catalogue/shape.ts';

export { type DepartmentId, departments, type MatterKind, type MatterTier };

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写作 2026-01-31'));
const unit = v.picklist(Object.keys(departments) as DepartmentId[], '目录里没有这个单位');
const named = (label: string) => v.pipe(v.string(), v.trim(), v.nonEmpty(`缺少${label}`));

/** 派单目录的一行: a matter, who leads it, and on what duty. */
export const matterSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '事项编号用小写英文和短横线')),
  /** 一级、二级、三级. */
  names: v.tuple([named('一级名称'), named('二级名称'), named('三级名称')]),
  lead: unit,
  assists: v.array(unit),
  tier: v.picklist(['T1', 'T2', 'T3', 'T4']),
  kind: v.picklist(['consult', 'help', 'complain', 'report', 'suggest', 'praise']),
  whistle: v.strictObject({ propose: v.boolean(), reason: named('吹哨理由') }),
  duty: named('职责依据'),
  /** Words people use, Chinese and Tibetan together. */
  words: v.array(v.pipe(v.string(), v.minLength(1))),
  /** Areas it holds in; everywhere when absent. */
  areas: v.optional(v.array(v.string())),
  /** First and last day it is in force, Beijing dates, both included. */
  from: v.optional(day),
  until: v.optional(day),
});

/** A whole dispatch catalogue: its matters, and words that point at a second level as a whole. */
export const catalogueSchema = v.strictObject({
  version: named('版本'),
  matters: v.pipe(
    v.array(matterSchema),
    v.check(
      (rows) => new Set(rows.map((row) => `${row.id}@${row.from ?? ''}`)).size === rows.length,
      '事项编号重复',
    ),
  ),
  branches: v.array(v.strictObject({ one: v.string(), two: v.string(), words: v.array(v.string()) })),
});

export type Matter = v.InferOutput<typeof matterSchema>;
export type Catalogue = v.InferOutput<typeof catalogueSchema>;

const oneUnit = '一家单位职责清楚，直接派单。';
const list = (words = '') => words.split(' ').filter((word) => word !== '');

/** The catalogue a new street starts with. */
export const shippedCatalogue: Catalogue = {
  version: '2026.1',
  matters: branches.flatMap((branch) => branch.matters.map((row) => matterOf(branch, row))),
  branches: branches.map(({ one, two, zh, bo }) => ({ one, two, words: [...list(zh), ...list(bo)] })),
};

function matterOf({ one, two }: Branch, row: Row): Matter {
  return {
    id: row.id,
    names: [one, two, row.name],
    lead: row.lead,
    assists: [...(row.assists ?? [])],
    tier: row.tier,
    kind: row.kind,
    whistle: { propose: row.whistle !== undefined, reason: row.whistle ?? oneUnit },
    duty: row.duty,
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
