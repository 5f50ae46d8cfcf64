import { catalogueId } from '../domain/catalogue/decide.ts';
import { defaultRules } from '../domain/office/defaults.ts';
import type { Matter, Office } from '../domain/office/office.ts';
import { officeOn } from '../domain/routing/in-force.ts';
import { dayOf } from '../domain/time/calendar.ts';
import type { Doc, Store } from './store.ts';

/** The id under which a store keeps its office. */
export const officeId = 'office';
/** How long an office once read is good for, in ms: it changes a few times a year. */
const fresh = 30_000;

type CatalogueDoc = Doc & { readonly state: { readonly rows: readonly Matter[] } };

/** The office of this store as it is today, read again every half minute; a rule it has not set yet is as it was first. */
export function officeOf(store: Store, now: () => number = Date.now): () => Promise<Office> {
  let kept: { readonly office: Office; readonly at: number } | undefined;
  return async () => {
    if (kept && Date.now() - kept.at < fresh) return kept.office;
    const doc = await store.get<Doc & { office: Office }>('office', officeId);
    if (!doc) throw new Error('no office in this store');
    const changed = await store.get<CatalogueDoc>('catalogue', catalogueId);
    const office = { ...doc.office, rules: { ...defaultRules, ...doc.office.rules } };
    kept = { office: officeOn(office, changed?.state.rows ?? [], dayOf(now())), at: Date.now() };
    return kept.office;
  };
}
