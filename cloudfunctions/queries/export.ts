import * as v from 'valibot';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { FileOut, Queries } from '../../domain/contract.ts';
import { instantsOf, monthsOf } from '../../domain/figures/period.ts';
import { Refusal } from '../../domain/kernel/refusal.ts';
import { overseers } from '../../domain/office/hands.ts';
import type { StateDoc } from '../commit.ts';
import { appealSheet } from '../exports/appeals.ts';
import { figureSheet } from '../exports/figures.ts';
import { formats, type Sheet, write } from '../exports/sheet.ts';
import { type Asking, mustBe } from './asking.ts';
import { cellsOf, period, rollups, rowsOf } from './figures.ts';

export const exportInput = v.strictObject({
  period,
  what: v.picklist(['unit', 'grid', 'matter', 'appeals']),
  format: v.picklist(formats),
});

const titles = { unit: '单位', grid: '网格', matter: '事项' } as const;
/** The most one answer carries, in bytes: base64 makes a third more of it. */
const heaviest = 750_000;
/** The most appeals one file lists. */
const most = 1000;

export async function exported(asking: Asking, input: Queries['export']['input']): Promise<FileOut> {
  mustBe(asking, ...overseers);
  const { period, what, format } = input;
  const sheet = what === 'appeals' ? await appealsOf(asking, period) : await tableOf(asking, period, what);
  const content = await write(sheet, format);
  if (content.length > heaviest) throw tooMuch();
  const zh = what === 'appeals' ? '诉求清单' : `研判-按${titles[what]}`;
  return { name: `${asking.office.zh}-${period}-${zh}.${format}`, content: content.toString('base64') };
}

async function tableOf(asking: Asking, period: string, by: 'unit' | 'grid' | 'matter'): Promise<Sheet> {
  const cells = cellsOf(await rollups(asking, by, monthsOf(period)));
  return figureSheet(titles[by], rowsOf(asking.office, by, cells));
}

async function appealsOf({ cloud, office }: Asking, period: string): Promise<Sheet> {
  if (period.length === 4) throw tooMuch();
  const docs = await cloud.store.find<StateDoc>({
    collection: 'appeal',
    where: { at: instantsOf(period) },
    orderBy: { field: 'at', direction: 'asc' },
    limit: most,
  });
  if (docs.length === most) throw tooMuch();
  return appealSheet(
    docs.map(({ state }) => state as unknown as Appeal),
    office,
    cloud.now(),
  );
}

function tooMuch(): Refusal {
  return new Refusal('too-much', '内容太多，一次导不出来，请选短一些的期次');
}
