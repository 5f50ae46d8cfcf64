import { type Card, cardOf } from '../../components/appeal-card/card';
import type { Copy } from '../../lib/copy';
import type { AppealView, Cursor, Page } from '../../lib/domain';
import { begun, type Draft, titleOf } from '../../lib/drafts';
import type { Parcel } from '../../lib/outbox';

/** Something of mine that the office does not have yet. */
export interface Kept {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly note: string;
}

/** What waits to be sent, then what is not finished. */
export function keptOf(parcels: readonly Parcel[], drafts: readonly Draft[], t: Copy<'mine'>): Kept[] {
  const queued = parcels.map(({ draft }) => kept(draft, t.queued, t.queuedNote));
  const open = drafts
    .filter(begun)
    .map((draft) => kept(draft, draft.refusal ? t.refused : t.draft, draft.refusal?.sentence ?? ''));
  return [...queued, ...open];
}

function kept(draft: Draft, status: string, note: string): Kept {
  const { id, photos } = draft;
  return { id, title: titleOf(draft) || `${photos.length} 张照片`, status, note };
}

interface Listed {
  readonly cards: readonly Card[];
  readonly next: Cursor | null;
}

export function firstPage({ items, next }: Page<AppealView>, now: number): Listed {
  return { cards: items.map((view) => cardOf(view, now)), next: next ?? null };
}

/** A page after `count` cards, written only where it is new. */
export function nextPage({ items, next }: Page<AppealView>, count: number, now: number) {
  const change: Record<string, unknown> = { next: next ?? null, more: false };
  items.forEach((view, place) => {
    change[`cards[${count + place}]`] = cardOf(view, now);
  });
  return change;
}
