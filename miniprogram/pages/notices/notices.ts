import { ask, newId, send } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import type { Cursor, InboxItem, Me, Reminder } from '../../lib/domain';
import { isSecondTap } from '../../lib/double-tap';
import { go } from '../../lib/go';
import { bringMore } from '../../lib/paging';
import { patches } from '../../lib/patches';
import { askToRemind } from '../../lib/remind';
import { loading, sentenceOf, show } from '../../lib/screen';
import { askIfPossible, askOrRecall, noteOf, recall } from '../../lib/seen';
import { type Agreed, agreedOf, type Row, rowsOf, seenUpTo } from './content';

Page({
  data: {
    ...loading,
    t: copyOf('notices'),
    rows: [] as Row[],
    agreed: [] as Agreed[],
    ended: false,
    more: false,
  },
  items: [] as readonly InboxItem[],
  reminders: [] as readonly Reminder[],
  me: undefined as Me | undefined,
  next: undefined as Cursor | undefined,
  /** The rows whose lines are all drawn. */
  open: [] as readonly string[],
  unfoldedAt: 0,

  onShow() {
    this.setData({ t: copyOf('notices') });
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  onReachBottom() {
    void this.loadMore();
  },
  load() {
    return show(this, async () => {
      const [notices, me] = await Promise.all([askOrRecall('notices', {}), askIfPossible('me', {})]);
      this.me = me.value ?? recall('me', {})?.value;
      this.items = notices.value.items;
      this.reminders = notices.value.reminders;
      this.next = notices.value.next;
      this.draw();
      if (notices.seenAt === undefined) void this.seen();
      return { agreed: agreedOf(this.reminders, this.data.t), note: noteOf(notices, me) };
    });
  },
  async loadMore() {
    const { next } = this;
    if (next) await bringMore(this, () => this.take(next));
  },
  async take(after: Cursor) {
    const page = await ask('notices', { after });
    this.items = [...this.items, ...page.items];
    this.next = page.next;
    this.draw();
  },
  draw() {
    const rows = rowsOf(this.items, this.me?.roles ?? [], now(), this.data.t, {
      open: this.open,
      whole: this.next === undefined,
    });
    for (const patch of patches(this.data.rows, rows)) this.setData(patch);
    this.setData({ ended: this.next === undefined });
  },
  /** What has been shown has been seen; with no network it is said the next time. */
  async seen() {
    const upTo = seenUpTo(this.items);
    if (upTo === 0 || !this.me) return;
    const order = { process: 'account', id: this.me.account, commandId: newId() } as const;
    await send({ ...order, command: { type: 'read', upTo } }).catch((error) => void sentenceOf(error));
  },
  async remind() {
    if (!this.me || !(await askToRemind(this.reminders, this.me.account, this.data.t))) return;
    const { reminders } = await ask('notices', {}).catch(() => this);
    this.reminders = reminders;
    this.setData({ agreed: agreedOf(reminders, this.data.t) });
  },
  unfold({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.unfoldedAt = Date.now();
    this.open = [...this.open, currentTarget.dataset.id];
    this.draw();
  },
  go(event: WechatMiniprogram.TouchEvent) {
    const { url } = event.currentTarget.dataset;
    if (url && !isSecondTap(this.unfoldedAt)) go(url);
  },
});
