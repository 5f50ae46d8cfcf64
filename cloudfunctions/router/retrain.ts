import type { Appeal } from '../../domain/appeal/appeal.ts';
import { fewest, learn } from '../../domain/routing/lessons.ts';
import type { Cloud } from '../cloud.ts';
import type { Doc } from '../store.ts';
import { type Head, headOf, type Kept, keepModel } from './model.ts';

/** The decisions learnt from, the newest. */
const most = 3_000;
const page = 200;

/** As many new decisions make it worth learning all again. */
const enough = (lessons: number) => Math.max(fewest, lessons / 10);

/**
 * Learns again from the office's own decisions when there are enough new ones. Two at once write the same model.
 * Gives the new one, `undefined` when nothing was due.
 */
export async function retrain(cloud: Cloud): Promise<Kept | undefined> {
  const head = await headOf(cloud.store);
  const where = { sortedAt: { gt: head?.through ?? 0 } };
  const fresh = await cloud.store.count({ collection: 'appeal', where });
  if (fresh < enough(head?.lessons ?? 0)) return undefined;
  return relearn(cloud, head);
}

async function relearn(cloud: Cloud, before: Head | undefined): Promise<Kept | undefined> {
  const decided = await decisions(cloud);
  const trained = learn(decided, await cloud.office());
  const through = decided.at(-1)?.sortedAt ?? before?.through ?? 0;
  if (!trained) return undefined;
  const { model, unseen } = trained;
  return keepModel(cloud.store, model, { through, lessons: decided.length, unseen });
}

/** The newest decisions, the oldest first. */
async function decisions({ store }: Cloud): Promise<Appeal[]> {
  const found: (Doc & { state: Appeal })[] = [];
  for (let more = true; more && found.length < most; ) {
    const last = found.at(-1);
    const docs = await store.find<Doc & { state: Appeal }>({
      collection: 'appeal',
      where: { sortedAt: { gt: 0 } },
      orderBy: { field: 'sortedAt', direction: 'desc' },
      limit: page,
      ...(last && { after: { value: last.sortedAt as number, id: last._id } }),
    });
    found.push(...docs);
    more = docs.length === page;
  }
  return found
    .slice(0, most)
    .map(({ state }) => state)
    .reverse();
}
