import { sentenceOf } from './screen';

interface Listing {
  readonly data: { readonly more: boolean };
  setData(data: { more: boolean }): void;
}

/** Brings what follows, one page at a time. What fails is said, and the next pull asks again. */
export async function bringMore(list: Listing, bring: () => Promise<void>): Promise<void> {
  if (list.data.more) return;
  list.setData({ more: true });
  try {
    await bring();
  } catch (error) {
    void wx.showToast({ title: sentenceOf(error), icon: 'none' });
  }
  list.setData({ more: false });
}
