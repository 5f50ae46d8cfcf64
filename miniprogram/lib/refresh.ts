import { now } from './clock';
import { copyOf } from './copy';
import { showInstant } from './domain';
import { type Phase, sentenceOf, show } from './screen';

type Fresh = WechatMiniprogram.IAnyObject & { readonly note?: string };

interface Shown {
  readonly data: { readonly phase: Phase['phase'] };
  setData(data: WechatMiniprogram.IAnyObject): void;
}

const seenAt = new WeakMap<object, number>();

/** Loads anew. What is already shown stays when that fails, with a sentence on top saying of when it is. */
export async function refresh(page: Shown, load: () => Promise<Fresh>): Promise<void> {
  const loadAndNote = async () => {
    const fresh = await load();
    seenAt.set(page, now());
    return { note: '', ...fresh };
  };
  if (page.data.phase !== 'ready') return show(page, loadAndNote);
  try {
    page.setData(await loadAndNote());
  } catch (error) {
    const at = seenAt.get(page) ?? now();
    page.setData({ note: `${sentenceOf(error)}。${copyOf('desk').asOf} ${showInstant(at, now())}` });
  }
  wx.stopPullDownRefresh();
}
