import { ask, retry } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Cursor, DeadLetter } from '../../../lib/domain';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { type Row, rowsOf } from './letters-rows';

Page({
  data: { ...loading, t: copyOf('letters'), rows: [] as Row[], busy: '' },
  letters: [] as readonly DeadLetter[],
  next: undefined as Cursor | undefined,

  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  onReachBottom() {
    if (this.next) void this.take(this.next);
  },
  load() {
    return this.take();
  },
  take(after?: Cursor) {
    return show(this, async () => {
      const page = await ask('deadLetters', after ? { after } : {});
      this.letters = after ? [...this.letters, ...page.items] : page.items;
      this.next = page.next;
      return { rows: rowsOf(this.letters, now(), this.data.t) };
    });
  },
  /** One at a time; whatever comes of it, the list is read anew. */
  async again({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { t, busy } = this.data;
    const { id } = currentTarget.dataset;
    if (busy) return;
    this.setData({ busy: id });
    try {
      const { done } = await retry(id);
      void wx.showToast({ title: done ? t.done : t.later, icon: 'none' });
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
    this.setData({ busy: '' });
    await this.load();
  },
});
