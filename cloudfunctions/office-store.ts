import type { Changes } from '../domain/catalogue/catalogue.ts';
import { catalogueId } from '../domain/catalogue/decide.ts';
import type { Office } from '../domain/office/office.ts';
import { officeOn, switchedOn } from '../domain/routing/in-force.ts';
import { dayOf } from '../domain/time/calendar.ts';
import type { Doc, Store } from './store.ts';

/** The id under which a store keeps its office. */
export const officeId = 'office';
/** How long an office once read is good for, in ms: it changes a few times a year. */
const fresh = 30_000;

type CatalogueDoc = Doc & { readonly state: Changes };

/** The office of this store as it is today, read again every half minute; a rule it has not set yet is as it was first. */
export function officeOf(store: Store, now: () => number = Date.now): () => Promise<Office> {
  let kept: { readonly office: Office; readonly at: number } | undefined;
  return async () => {
    if (kept && Date.now() - kept.at < fresh) return kept.office;
    const doc = await store.get<Doc & { office: Office }>('office', officeId);
    if (!doc) throw new Error('no office in this store');
    const changed = await store.get<CatalogueDoc>('catalogue', catalogueId);
    const { rows = [], automatic = {} } = changed?.state ?? {};
    const office = switchedOn(officeOn(doc.office, rows, dayOf(now())), automatic);
    kept = { office, at: Date.now() };
    return kept.office;
  };
}
