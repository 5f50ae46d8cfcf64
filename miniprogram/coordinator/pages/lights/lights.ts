import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { type MapView, mapOf } from '../../../lib/map';
import { loading, show } from '../../../lib/screen';
import { formOf } from '../../lib/forms';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { tasksOf } from '../../lib/tasks';
import { shownOf } from './lights-shown';

const t = {
  board: copyOf('board'),
  urgency: copyOf('urgency'),
  own: copyOf('lights'),
  forms: copyOf('deskForms'),
};
const every = 15_000;

Page({
  data: {
    ...loading,
    t: t.own,
    shown: null as ReturnType<typeof shownOf> | null,
    map: null as MapView | null,
    links: {} as Readonly<Record<string, string>>,
    form: null as Form | null,
  },
  id: '',
  timer: undefined as ReturnType<typeof setInterval> | undefined,

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
  },
  onShow() {
    void this.load();
    this.timer = setInterval(() => void this.load(), every);
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
  load() {
    return show(this, async () => {
      const { links, ...detail } = await ask('whistle', { id: this.id });
      const tasks = await tasksOf(detail.view.units.map(({ task }) => task));
      const { appeal } = detail.view.brief;
      if (!this.data.map && appeal) void this.locate(appeal).catch(() => undefined);
      return { shown: shownOf(detail, tasks, now(), t), links };
    });
  },
  /** The place of the appeal among the grids; the page does without it when it cannot be had. */
  async locate(appeal: string) {
    const [{ view }, { grids }] = await Promise.all([ask('appeal', { id: appeal }), office()]);
    const { point, grid } = view.place ?? {};
    if (point) this.setData({ map: mapOf(point, grids, grid) });
  },

  move({ detail }: { detail: { type: string } }) {
    this.begin('whistle', this.id, detail.type);
  },
  moveTask({ detail }: { detail: { task: string; type: string } }) {
    this.begin('task', detail.task, detail.type);
  },
  begin(process: Form['process'], id: string, type: string) {
    const form = formOf({ process, id, type }, { matters: [] }, t.forms);
    if (form) this.setData({ form });
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },
  toAppeal() {
    go(detailPath(this.data.shown?.appeal ?? ''));
  },
});
