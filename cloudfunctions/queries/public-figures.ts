import * as v from 'valibot';
import type { PublicFigures, Queries } from '../../domain/contract.ts';
import { type Counts, total } from '../../domain/figures/counts.ts';
import { figuresOf } from '../../domain/figures/figures.ts';
import { withoutSmall } from '../../domain/figures/small.ts';
import { matterOf } from '../../domain/office/office.ts';
import { monthOf } from '../../domain/time/show.ts';
import type { Asking } from './asking.ts';
import { cellsOf, oneMonth, rollups } from './figures.ts';

export const publicFiguresInput = v.strictObject({ month: v.optional(oneMonth) });

/** 定期公开（条例第三十四条）：一个月的总数和各类诉求数，太少的不显示. */
export async function publicFigures(
  asking: Asking,
  { month = monthOf(asking.cloud.now()) }: Queries['publicFigures']['input'],
): Promise<PublicFigures> {
  const rules = asking.office.rules.figures;
  const [whole, matters] = await Promise.all([
    rollups(asking, 'all', [month]).then((docs) => total([...cellsOf(docs).values()])),
    rollups(asking, 'matter', [month]).then(cellsOf),
  ]);
  const { told, sumToo } = groupsOf(asking, matters);
  const { appeals, closed, whistles, raw, shares } = figuresOf(whole, rules);
  const enough = (count: number) => (count === 0 || count >= rules.smallest ? count : undefined);
  const share = (value: number | undefined, of = 0) => (of >= rules.smallest ? value : undefined);
  const rated = (whole.solved ?? 0) + (whole.partly ?? 0) + (whole.unsolved ?? 0);
  return {
    month,
    appeals: sumToo ? enough(appeals) : undefined,
    closed: enough(closed),
    whistles: enough(whistles),
    onTime: share(shares.onTime, whole.due),
    rates: {
      response: share(raw.response, whole.responseDue),
      resolution: share(raw.resolution, rated),
      satisfaction: share(raw.satisfaction, rated),
    },
    groups: told.map(({ cell, number }) => ({ zh: cell.zh, appeals: number })),
    smallest: rules.smallest,
  };
}

interface Group {
  readonly zh: string;
  readonly appeals: number;
}

function groupsOf({ office }: Asking, matters: ReadonlyMap<string, Counts>) {
  const groups = new Map<string, number>();
  for (const [key, { appeals = 0 }] of matters) {
    const zh = matterOf(office, key)?.group ?? '其他';
    groups.set(zh, (groups.get(zh) ?? 0) + appeals);
  }
  const all: Group[] = [...groups]
    .map(([zh, appeals]) => ({ zh, appeals }))
    .filter(({ appeals }) => appeals > 0);
  const { cells, sumToo } = withoutSmall(all, ({ appeals }) => appeals, office.rules.figures.smallest);
  const told = cells.toSorted(
    (one, other) => (other.number ?? 0) - (one.number ?? 0) || one.cell.zh.localeCompare(other.cell.zh, 'zh'),
  );
  return { told, sumToo };
}
