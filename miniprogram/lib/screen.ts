import { Refused } from './api';
import { settings } from './settings';
import { Offline } from './transport';

/** What every page shows of itself: loading, failed with a sentence, or ready. */
export interface Phase {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly failure: string;
  readonly size: 'standard' | 'elder';
}

export const loading: Phase = { phase: 'loading', failure: '', size: 'standard' };

type Shown = Pick<
  WechatMiniprogram.Page.Instance<Phase & WechatMiniprogram.IAnyObject, WechatMiniprogram.IAnyObject>,
  'setData'
>;

/** Loads what a page shows; whatever goes wrong becomes a sentence and one button. */
export async function show(page: Shown, load: () => Promise<WechatMiniprogram.IAnyObject>): Promise<void> {
  page.setData({ size: settings().size });
  try {
    page.setData({ ...(await load()), phase: 'ready', failure: '' });
  } catch (error) {
    page.setData({ phase: 'failed', failure: sentenceOf(error) });
  } finally {
    wx.stopPullDownRefresh();
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
  wx.showLoading({ title: '请稍候', mask: true });
  try {
    await doing();
    wx.hideLoading();
    wx.showToast({ title: done, icon: 'success' });
    return true;
  } catch (error) {
    wx.hideLoading();
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
