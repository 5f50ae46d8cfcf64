import type { View } from '../../domain/appeal/view.ts';
import type { MapItem, OpenMap } from '../../domain/contract.ts';
import { processOf, type StateDoc } from '../commit.ts';
import { type Asking, contextOf, mustBe } from './asking.ts';
import { leading } from './figures.ts';

/** Open appeals drawn at most, the most urgent first. */
const most = 500;

/** Where the open appeals are and how pressing, without anybody's words or name. */
export async function openMap(asking: Asking): Promise<OpenMap> {
  mustBe(asking, ...leading);
  const docs = await asking.cloud.store.find<StateDoc>({
    collection: 'appeal',
    where: { desk: { in: ['coordinator', 'unit', 'resident'] } },
    orderBy: { field: 'sortAt', direction: 'asc' },
    limit: most + 1,
  });
  const { view } = processOf('appeal');
  const views = docs
    .slice(0, most)
    .map((doc) => view(doc.state, contextOf(asking, doc._id)) as View | undefined);
  return { items: views.flatMap((each) => (each ? [itemOf(each)] : [])), more: docs.length > most };
}

/** What waits for a resident is late for nobody. */
function itemOf({ id, number, status, matter, place, ball }: View): MapItem {
  const dueAt = ball.holder === 'resident' ? undefined : ball.dueAt;
  return { id, number, status, zh: matter?.zh, grid: place?.grid, point: place?.point, dueAt };
}
