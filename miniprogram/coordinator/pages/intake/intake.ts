import { ask, Refused } from '../../../lib/api';
import { leave, listen, now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { AppealView, Cursor } from '../../../lib/domain';
import { isSecondTap } from '../../../lib/double-tap';
import { gather } from '../../../lib/gather';
import { go, paths } from '../../../lib/go';
import { bringMore } from '../../../lib/paging';
import { patches } from '../../../lib/patches';
import { loading, show } from '../../../lib/screen';
import { cataloguePath, detailPath, signsPath } from '../../lib/paths';
import {
  type Briefs,
  type Desk,
  isUndecided,
  joined,
  type Row,
  rowsOf,
  summary,
  withAppeal,
} from './intake-rows';

interface Tapped {
  readonly currentTarget: { readonly dataset: { readonly id: string; readonly value: Desk } };
}

const t = { intake: copyOf('intake'), urgency: copyOf('urgency') };
const desks = (['coordinator', 'unit', 'resident', 'none'] as const).map((value) => ({
  value,
  zh: t.intake[value],
}));

/** One person's many are folded into one row: with fewer rows than this the next page is fetched at once. */
const fewest = 8;

/** Without proposals the list is a list all the same. */
function passOver(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

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
  briefs: {} as Briefs,
  /** Whose many are shown one by one. */
  unfolded: [] as readonly string[],
  unfoldedAt: 0,
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
      const page = await ask('desk', { desk });
      if (desk !== this.data.desk) return {};
      Object.assign(this, { views: page.items, next: page.next, briefs: {} });
      await this.learn(page.items);
      return {};
    });
  },
  async loadMore() {
    const { next } = this;
    if (next) await bringMore(this, () => this.take(next));
  },
  async take(after: Cursor) {
    const { desk } = this.data;
    const page = await ask('desk', { desk, after });
    if (desk !== this.data.desk) return;
    Object.assign(this, { views: joined(this.views, page.items), next: page.next });
    await this.learn(page.items);
  },
  /** Draws what is there, and with it what is proposed for each. */
  async learn(views: readonly AppealView[]) {
    const ids = gather(views, (view) => (isUndecided(view) ? [view.id] : []));
    if (ids.length > 0) await this.propose(ids).catch(passOver);
    this.draw();
    if (this.data.rows.length < fewest && this.next) await this.take(this.next);
  },
  async propose(ids: readonly string[]) {
    const { items } = await ask('proposals', { ids });
    const briefs = { ...this.briefs };
    for (const brief of items) briefs[brief.id] = brief;
    this.briefs = briefs;
  },
  draw() {
    const rows = rowsOf(this.views, this.briefs, now(), t, this.unfolded);
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
    await this.learn([view]);
  },

  toDesk({ currentTarget }: Tapped) {
    const desk = currentTarget.dataset.value;
    if (desk === this.data.desk) return;
    this.setData({ desk, rows: [], phase: 'loading', note: '', summary: '' });
    void this.load();
  },
  unfold({ currentTarget }: Tapped) {
    this.unfoldedAt = Date.now();
    this.unfolded = [...this.unfolded, currentTarget.dataset.id];
    this.draw();
  },
  open({ currentTarget }: Tapped) {
    if (!isSecondTap(this.unfoldedAt)) this.go(currentTarget.dataset.id);
  },
  go(id: string) {
    this.opened = id;
    go(detailPath(id));
  },
  toCatalogue() {
    go(cataloguePath);
  },
  toSigns() {
    go(signsPath);
  },
  toBoard() {
    go(paths.board);
  },
});
