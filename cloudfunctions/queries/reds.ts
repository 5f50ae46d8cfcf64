import type { View as AttendanceView } from '../../domain/attendance/index.ts';
import type { Queries, RedUnit } from '../../domain/contract.ts';
import { overseers } from '../../domain/office/hands.ts';
import type { View as WhistleView } from '../../domain/whistle/view.ts';
import type { StateDoc } from '../commit.ts';
import { type Asking, mustBe } from './asking.ts';
import { ifSeen, offered, seenOf } from './seen.ts';

/** More units than an office has. */
const most = 200;

/** 一再亮红灯的单位，和亮红灯的那几哨. */
export async function reds(asking: Asking): Promise<Queries['reds']['output']> {
  mustBe(asking, ...overseers);
  const orderBy = { field: 'at', direction: 'desc' } as const;
  const query = { collection: 'attendance', where: {}, orderBy, limit: most };
  const docs = await asking.cloud.store.find<StateDoc>(query);
  const named = seenOf<AttendanceView>(asking, 'attendance', docs)
    .map(({ view }) => view)
    .filter(({ count }) => count >= asking.office.rules.reds.times)
    .sort((one, other) => other.count - one.count);
  return { items: await Promise.all(named.map((view) => whistlesOf(asking, view))) };
}

async function whistlesOf(asking: Asking, view: AttendanceView): Promise<RedUnit> {
  const ids = [...new Set(view.reds.map(({ whistle }) => whistle))];
  const seen = await Promise.all(ids.map((id) => ifSeen<WhistleView>(asking, 'whistle', id)));
  return { view, whistles: seen.flatMap((each) => (each ? [offered(asking, each)] : [])) };
}
