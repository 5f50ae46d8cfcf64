import type { Cursor } from './domain';
import { sentenceOf } from './screen';

interface Listing<Card> {
  next: Cursor | undefined;
  readonly data: { readonly desk: string; readonly cards: readonly Card[]; readonly more: boolean };
  setData(data: object): void;
}

interface Following<Card> {
  readonly cards: readonly Card[];
  readonly next?: Cursor | undefined;
}

/** Adds the page that follows, one at a time, unless another desk was chosen meanwhile; what fails is said. */
export async function goOn<Card>(
  list: Listing<Card>,
  ask: (after: Cursor) => Promise<Following<Card>>,
): Promise<void> {
  const { next, data } = list;
  const { desk, cards, more } = data;
  if (!next || more) return;
  list.setData({ more: true });
  try {
    const page = await ask(next);
    list.next = page.next;
    if (desk === list.data.desk)
      list.setData({ cards: [...cards, ...page.cards], ended: page.next === undefined });
  } catch (error) {
    void wx.showToast({ title: sentenceOf(error), icon: 'none' });
  }
  list.setData({ more: false });
}
