import type { Store } from '../../cloudfunctions/store.ts';
import { collection, type FactorDoc } from './factors.ts';
import type { Seal } from './seal.ts';
import { Usage } from './usage.ts';
import type { Ticket } from './web.ts';

const page = 500;

/**
 * Before anybody signs in: what an older key sealed is sealed with the newest, tickets nobody took are thrown away.
 * Throws {@link Usage} where somebody is enrolled whose key is not here.
 */
export async function rekey(store: Store, seal: Seal | undefined, now: number): Promise<void> {
  for (let last: string | undefined, more = true; more; ) {
    const after = last === undefined ? {} : { after: { value: null, id: last } };
    const docs = await store.find<FactorDoc | Ticket>({ collection, where: {}, limit: page, ...after });
    for (const { _id } of docs) await renew(store, seal, _id, now);
    last = docs.at(-1)?._id;
    more = docs.length === page;
  }
}

async function renew(store: Store, seal: Seal | undefined, id: string, now: number): Promise<void> {
  await store.transact(async (tx) => {
    const doc = await tx.get<FactorDoc | Ticket>(collection, id);
    if (doc && isTicket(doc) && doc.until < now) return tx.remove(collection, id);
    if (!doc || isTicket(doc) || !doc.enrolled) return;
    const kept = doc.enrolled;
    const key = mustHave(seal, kept.sealed);
    if (!seal || key === undefined) return;
    const sealed = seal.seal(seal.open(kept.sealed, id), id);
    await tx.put(collection, { ...doc, enrolled: { ...kept, sealed } });
  });
}

const isTicket = (doc: FactorDoc | Ticket): doc is Ticket => typeof doc.until === 'number';

/** The older key a text was sealed with, if it was. */
function mustHave(seal: Seal | undefined, sealed: string): string | undefined {
  if (!seal)
    throw new Usage(
      '有人登记了浏览器登录，却没有设 FACTOR_KEYS，不能启动。请设好；不再用的，先用 npm run roster -- --remove 逐个取消。',
    );
  const key = seal.staleKey(sealed);
  if (key !== undefined && !seal.has(key))
    throw new Usage(`FACTOR_KEYS 里没有“${key}”这一把，有人的登记要它才读得出，不能启动。请把它加在后面。`);
  return key;
}
