import { ask } from '../../../lib/api';
import { leave, listen, now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { AppealView, Cursor, PublicOffice } from '../../../lib/domain';
import { go, paths } from '../../../lib/go';
import { patches } from '../../../lib/patches';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { type Desk, joined, type Row, rowsOf, summary, withAppeal } from './intake-rows';

interface Tapped {
  readonly currentTarget: { readonly dataset: { readonly id: string; readonly value: Desk } };
}

const t = { intake: copyOf('intake'), urgency: copyOf('urgency') };
const desks = (['coordinator', 'unit', 'resident', 'none'] as const).map((value) => ({
  value,
  zh: t.intake[value],
}));

Page({
  data: {
    ...loading,
    t: t.intake,
    desks,
    desk: 'coordinator' as Desk,
    rows: [] as Row[],
    summary: '',
    ended: false,
    more: false,
  },
  views: [] as readonly AppealView[],
  next: undefined as Cursor | undefined,
  office: undefined as PublicOffice | undefined,
  /** The appeal whose page is open: it comes back with news. */
  opened: '',

  onLoad({ id }: { id?: string }) {
    if (id) this.go(id);
    void this.load();
  },
  onShow() {
    listen(this, () => this.draw());
    const { opened } = this;
    this.opened = '';
    if (opened && this.data.phase === 'ready') void this.renew(opened).catch(() => this.load());
  },
  onHide() {
    leave(this);
  },
  onUnload() {
    leave(this);
  },
  onPullDownRefresh() {
    void this.load();
  },
  onReachBottom() {
    void this.loadMore();
  },

  load() {
    return show(this, async () => {
      const { desk } = this.data;
      const [page, known] = await Promise.all([ask('desk', { desk }), office()]);
      if (desk !== this.data.desk) return {};
      Object.assign(this, { views: page.items, next: page.next, office: known });
      this.draw();
      return {};
    });
  },
  async loadMore() {
    const { next } = this;
    if (!next || this.data.more) return;
    this.setData({ more: true });
    try {
      await this.take(next);
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
    this.setData({ more: false });
  },
  async take(after: Cursor) {
    const { desk } = this.data;
    const page = await ask('desk', { desk, after });
    if (desk !== this.data.desk) return;
    Object.assign(this, { views: joined(this.views, page.items), next: page.next });
    this.draw();
  },
  draw() {
    if (!this.office) return;
    const rows = rowsOf(this.views, this.office, now(), t);
    for (const patch of patches(this.data.rows, rows)) this.setData(patch);
    const timed = this.data.desk === 'coordinator' || this.data.desk === 'unit';
    this.setData({
      ended: this.next === undefined,
      summary: timed && rows.length > 0 ? summary(this.views, this.next, now(), t) : '',
    });
  },
  async renew(id: string) {
    const { view } = await ask('appeal', { id });
    this.views = withAppeal(this.views, view, this.data.desk);
    this.draw();
  },

  toDesk({ currentTarget }: Tapped) {
    const desk = currentTarget.dataset.value;
    if (desk === this.data.desk) return;
    this.setData({ desk, rows: [], phase: 'loading', note: '', summary: '' });
    void this.load();
  },
  open({ currentTarget }: Tapped) {
    this.go(currentTarget.dataset.id);
  },
  go(id: string) {
    this.opened = id;
    go(detailPath(id));
  },
  toBoard() {
    go(paths.board);
  },
});
