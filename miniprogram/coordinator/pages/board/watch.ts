import { ask } from '../../../lib/api';
import type { Cursor, WhistleDetail, WhistleView } from '../../../lib/domain';
import { versionOf, type Watched } from './board-rows';

/** Whistles watched at once; more than that nobody can watch. */
const mostPages = 5;

const clocks = new Map<string, { readonly version: string; readonly balls: WhistleDetail['balls'] }>();

/** Every open whistle with its clocks; a whistle in which nothing moved is not asked about again. */
export async function watchOpen(): Promise<Watched[]> {
  const whistles: WhistleView[] = [];
  let after: Cursor | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await ask('whistles', { desk: 'open', ...(after && { after }) });
    whistles.push(...items);
    if (!next) break;
    after = next;
  }
  return Promise.all(whistles.map(async (whistle) => ({ whistle, balls: await ballsOf(whistle) })));
}

async function ballsOf(whistle: WhistleView): Promise<WhistleDetail['balls']> {
  const version = versionOf(whistle);
  const known = clocks.get(whistle.id);
  if (known?.version === version) return known.balls;
  const { balls } = await ask('whistle', { id: whistle.id });
  clocks.set(whistle.id, { version, balls });
  return balls;
}
