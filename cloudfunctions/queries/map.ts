import type { View } from '../../domain/appeal/view.ts';
import type { MapItem, OpenMap } from '../../domain/contract.ts';
import { overseers } from '../../domain/office/hands.ts';
import type { StateDoc } from '../commit.ts';
import { type Asking, mustBe } from './asking.ts';
import { seenOf } from './seen.ts';

/** Open appeals drawn at most, the most urgent first. */
const most = 500;

/** Where the open appeals are and how pressing, without anybody's words or name. */
export async function openMap(asking: Asking): Promise<OpenMap> {
  mustBe(asking, ...overseers);
  const docs = await asking.cloud.store.find<StateDoc>({
    collection: 'appeal',
    where: { desk: { in: ['coordinator', 'unit', 'resident'] } },
    orderBy: { field: 'sortAt', direction: 'asc' },
    limit: most + 1,
  });
  const shown = seenOf<View>(asking, 'appeal', docs.slice(0, most));
  return { items: shown.map(({ view }) => itemOf(view)), more: docs.length > most };
}

/** What waits for a resident is late for nobody. */
function itemOf({ id, number, status, matter, place, ball }: View): MapItem {
  const dueAt = ball.holder === 'resident' ? undefined : ball.dueAt;
  return { id, number, status, zh: matter?.zh, grid: place?.grid, point: place?.point, dueAt };
}
