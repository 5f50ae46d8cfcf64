import { ask, newId } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { type AlertView, alertMoves, type Cursor, showInstant } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go, paths } from '../../../lib/go';
import { type Button, buttons } from '../../../lib/moves';
import { patches } from '../../../lib/patches';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { formOf } from '../../lib/forms';
import { lightsPath } from '../../lib/paths';
import { headline, type Row, rowsOf, type Watched } from './board-rows';
import { watchOpen } from './watch';

type Desk = 'approval' | 'open' | 'evaluate' | 'done';

interface Tapped {
  readonly currentTarget: { readonly dataset: { readonly id: string; readonly value: Desk } };
}

const t = { board: copyOf('board'), urgency: copyOf('urgency'), forms: copyOf('deskForms') };
const every = 15_000;

Page({
  data: {
    ...loading,
    t: t.board,
    desk: 'open' as Desk,
    rows: [] as Row[],
    headline: '',
    alarm: false,
    updated: '',
    ended: true,
    alert: null as AlertView | null,
    alertMoves: [] as readonly Button[],
    form: null as Form | null,
  },
  watched: [] as readonly Watched[],
  next: undefined as Cursor | undefined,
  timer: undefined as ReturnType<typeof setInterval> | undefined,
  loading: false,

  onShow() {
    void this.load();
    this.timer = setInterval(() => void this.tick(), every);
  },
  onHide() {
    this.stop();
  },
  onUnload() {
    this.stop();
  },
  stop() {
    if (this.timer !== undefined) clearInterval(this.timer);
  },
  onPullDownRefresh() {
    void this.load();
  },
  onReachBottom() {
    if (this.next) void this.loadPage(this.next).catch((error) => this.say(error));
  },

  /** What has ended does not change: only the open ones are watched. */
  async tick() {
    if (this.data.desk === 'open') await this.load();
  },
  async load() {
    if (this.loading) return;
    this.loading = true;
    await show(this, async () => {
      if (this.data.desk === 'open') await this.loadOpen();
      else await this.loadPage();
      const { view = null, moves } = await ask('alert', {});
      const shown = { alert: view, alertMoves: buttons(moves, alertMoves) };
      return { updated: showInstant(now(), now()), ...shown };
    });
    this.loading = false;
  },
  async loadOpen() {
    const watched = await watchOpen();
    if (this.data.desk !== 'open') return;
    Object.assign(this, { watched, next: undefined });
    this.draw();
  },
  async loadPage(after?: Cursor) {
    const { desk } = this.data;
    const page = await ask('whistles', { desk, ...(after && { after }) });
    if (this.data.desk !== desk) return;
    const more = page.items.map((whistle) => ({ whistle, balls: [] }));
    Object.assign(this, { watched: after ? [...this.watched, ...more] : more, next: page.next });
    this.draw();
  },
  draw() {
    const { desk } = this.data;
    const rows = rowsOf(this.watched, now(), t);
    for (const patch of patches(this.data.rows, rows)) this.setData(patch);
    this.setData({
      headline: desk === 'open' ? headline(this.watched, now(), t.board) : '',
      alarm: rows.some(({ late }) => late),
      ended: this.next === undefined,
    });
  },
  say(error: unknown) {
    void wx.showToast({ title: sentenceOf(error), icon: 'none' });
  },

  toDesk({ currentTarget }: Tapped) {
    const desk = currentTarget.dataset.value;
    if (desk === this.data.desk) return;
    this.setData({ desk, rows: [], phase: 'loading', note: '', headline: '' });
    this.loading = false;
    void this.load();
  },
  open({ currentTarget }: Tapped) {
    go(lightsPath(currentTarget.dataset.id));
  },
  alert({ currentTarget }: { currentTarget: { dataset: { type: string } } }) {
    const id = this.data.alert?.id ?? `alert-${newId()}`;
    const { type } = currentTarget.dataset;
    this.setData({ form: formOf({ process: 'alert', id, type }, { matters: [] }, t.forms) ?? null });
  },
  close() {
    this.setData({ form: null });
  },
  changed() {
    this.setData({ form: null });
    void this.load();
  },
  toWhistle() {
    go(paths.whistle);
  },
  toIntake() {
    go(paths.intake);
  },
});
