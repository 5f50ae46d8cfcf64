import { Refused } from './api';
import { settings } from './settings';
import { Offline } from './transport';

/** What every page shows of itself: loading, failed with a sentence, or ready; `note` when something older is shown. */
export interface Phase {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly failure: string;
  readonly note: string;
  readonly size: 'standard' | 'elder';
}

export const loading: Phase = { phase: 'loading', failure: '', note: '', size: 'standard' };

interface Shown {
  readonly data: { readonly phase: Phase['phase'] };
  setData(data: WechatMiniprogram.IAnyObject): void;
}

/**
 * Loads what a page shows, drawing meanwhile what is known from last time. Whatever goes wrong becomes a sentence:
 * above what is there already, or with one button.
 */
export async function show(
  page: Shown,
  load: () => Promise<WechatMiniprogram.IAnyObject>,
  known?: WechatMiniprogram.IAnyObject,
): Promise<void> {
  page.setData({
    ...(known && page.data.phase !== 'ready' && { ...known, phase: 'ready' }),
    size: settings().size,
  });
  try {
    page.setData({ phase: 'ready', failure: '', note: '', ...(await load()) });
  } catch (error) {
    const failure = sentenceOf(error);
    page.setData(page.data.phase === 'ready' ? { note: failure } : { phase: 'failed', failure });
  } finally {
    void wx.stopPullDownRefresh();
  }
}

/** The sentence for a person; an error that is not one of ours is a fault and is passed on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof Offline) return '网络不通，没有丢失任何内容，请稍后重试';
  throw error;
}

/** Does something and says how it went. True when it worked. */
export async function act(doing: () => Promise<unknown>, done: string): Promise<boolean> {
  void wx.showLoading({ title: '请稍候', mask: true });
  try {
    await doing();
    void wx.hideLoading();
    void wx.showToast({ title: done, icon: 'success' });
    return true;
  } catch (error) {
    void wx.hideLoading();
    const content = sentenceOf(error);
    const basis =
      error instanceof Refused && error.failure.kind === 'refusal' ? error.failure.basis : undefined;
    await wx.showModal({
      title: '没有成功',
      content: basis ? `${content}（${basis}）` : content,
      showCancel: false,
    });
    return false;
  }
}

/** Asks before what cannot be undone. */
export async function confirmed(title: string, content: string): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content });
  return confirm;
}
