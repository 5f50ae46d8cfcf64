import { ask, newId, send } from '../../../lib/api';
import { leave, listen, now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Cursor, TaskView } from '../../../lib/domain';
import { isSecondTap } from '../../../lib/double-tap';
import { bringMore } from '../../../lib/paging';
import { patches } from '../../../lib/patches';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { chips, doneRows, type Filter, joined, openRows, type Row, summary, withTask } from './inbox-rows';

type Desk = 'unit' | 'done';

interface Tapped {
  readonly currentTarget: {
    readonly dataset: { readonly id: string; readonly move?: string; readonly value?: string };
  };
}

const screenful = 8;
const t = { inbox: copyOf('inbox'), urgency: copyOf('urgency') };

Page({
  data: {
    ...loading,
    t: t.inbox,
    desk: 'unit' as Desk,
    filter: 'all' as Filter,
    chips: chips(t.inbox),
    rows: [] as Row[],
    summary: '',
    ended: false,
    more: false,
  },
  tasks: [] as readonly TaskView[],
  next: undefined as Cursor | undefined,
  /** The task whose page is open: it comes back with news. */
  opened: '',
  /** One order for each row, however often it is tapped. */
  orders: {} as Record<string, string>,
  sending: {} as Record<string, boolean>,
  signedAt: 0,

  onLoad() {
    void this.load();
  },
  onShow() {
    listen(this, () => this.draw());
    const { opened } = this;
    this.opened = '';
    if (opened) void this.renew(opened).catch(() => this.load());
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
      const page = await ask('tasks', { desk });
      if (desk !== this.data.desk) return {};
      this.tasks = page.items;
      this.next = page.next;
      this.draw();
      void this.fillUp();
      return {};
    });
  },
  async loadMore() {
    const { next } = this;
    if (next) await bringMore(this, () => this.take(next));
  },
  /** A filter may leave little of a page: more is brought until the screen is full. */
  async fillUp() {
    while (this.data.rows.length < screenful && this.next && !this.data.more) {
      const { next } = this;
      await this.loadMore();
      if (this.next === next) return;
    }
  },
  async take(after: Cursor) {
    const { desk } = this.data;
    const page = await ask('tasks', { desk, after });
    if (desk !== this.data.desk) return;
    this.tasks = joined(this.tasks, page.items);
    this.next = page.next;
    this.draw();
  },
  draw() {
    const { desk, filter } = this.data;
    const rows = (desk === 'unit' ? openRows : doneRows)(this.tasks, filter, now(), t);
    const sent = rows.map((row) => ({ ...row, sent: this.sending[row.id] === true }));
    for (const patch of patches(this.data.rows, sent)) this.setData(patch);
    const ended = this.next === undefined;
    this.setData({
      ended,
      summary: desk === 'unit' && this.tasks.length > 0 ? summary(this.tasks, ended, now(), t) : '',
    });
  },
  async renew(id: string) {
    const { view } = await ask('task', { id });
    if (this.data.desk === 'unit') this.tasks = withTask(this.tasks, view);
    this.draw();
  },

  toDesk({ currentTarget }: Tapped) {
    const desk = currentTarget.dataset.value as Desk;
    if (desk === this.data.desk) return;
    this.setData({ desk, filter: 'all', rows: [], phase: 'loading', note: '', summary: '' });
    void this.load();
  },
  toFilter({ currentTarget }: Tapped) {
    this.setData({ filter: currentTarget.dataset.value as Filter });
    this.draw();
    void this.fillUp();
  },
  open({ currentTarget }: Tapped) {
    if (isSecondTap(this.signedAt)) return;
    const { id, move } = currentTarget.dataset;
    this.opened = id;
    void wx.navigateTo({ url: `/staff/pages/task/task?id=${id}${move ? `&move=${move}` : ''}` });
  },
  tap(event: Tapped) {
    const { id, move } = event.currentTarget.dataset;
    if (isSecondTap(this.signedAt)) return;
    const row = this.data.rows.find((each) => each.id === id);
    if (row?.act) void this.sign(id);
    else if (move) this.open(event);
  },
  /** Drawn as done at once; when the office says no, its sentence is shown and the button comes back. */
  async sign(id: string) {
    if (this.sending[id]) return;
    this.signedAt = Date.now();
    this.mark(id, true);
    try {
      this.orders[id] ??= newId();
      await send({ process: 'task', id, commandId: this.orders[id], command: { type: 'acknowledge' } });
      await this.renew(id).catch(() => undefined);
    } catch (error) {
      void wx.showModal({ title: this.data.t.refused, content: sentenceOf(error), showCancel: false });
    }
    this.mark(id, false);
  },
  mark(id: string, sending: boolean) {
    this.sending = { ...this.sending, [id]: sending };
    this.draw();
  },
});
