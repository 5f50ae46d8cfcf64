import { ask, newId, send } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { type WhistleDetail, whistleMoves } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { type MapView, mapOf } from '../../../lib/map';
import { act, confirmed, loading, show } from '../../../lib/screen';
import { formOf } from '../../lib/forms';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { tasksOf } from '../../lib/tasks';
import { shownOf } from './lights-shown';
import { firstScores, type Scored, scored, scoresOf, waitingIn } from './scoring';

type Touch = WechatMiniprogram.BaseEvent;

const t = {
  board: copyOf('board'),
  urgency: copyOf('urgency'),
  own: copyOf('lights'),
  forms: copyOf('deskForms'),
  desk: copyOf('desk'),
  scoring: copyOf('scoring'),
  wording: copyOf('whistleForms'),
};
const every = 15_000;

Page({
  data: {
    ...loading,
    t: t.own,
    scoring: t.scoring,
    sheet: [] as readonly Scored[],
    five: [1, 2, 3, 4, 5],
    shown: null as ReturnType<typeof shownOf> | null,
    map: null as MapView | null,
    links: {} as Readonly<Record<string, string>>,
    form: null as Form | null,
  },
  id: '',
  commandId: '',
  remarks: {} as Record<string, string>,
  detail: undefined as WhistleDetail | undefined,
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
      const { units, partners, blownAt } = detail.view;
      const all = blownAt === undefined ? [] : [...units, ...partners];
      const tasks = await tasksOf(all.map(({ task }) => task));
      this.detail = detail;
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
    const { type } = detail;
    if (type === 'evaluate') this.setData({ sheet: firstScores(this.detail?.view) });
    else if (type === 'approve' || type === 'confirm') void this.order({ type });
    else this.begin('whistle', this.id, type);
  },
  /** What asks nothing but whether it is meant. */
  async order(command: { type: 'approve' } | { type: 'confirm' }) {
    if (!(await confirmed(whistleMoves[command.type].zh, t.wording.asking))) return;
    const order = { process: 'whistle' as const, id: this.id, commandId: newId(), command };
    if (await act(() => send(order), t.forms.done)) void this.load();
  },
  moveTask({ detail }: { detail: { task: string; type: string } }) {
    this.begin('task', detail.task, detail.type);
  },
  begin(process: Form['process'], id: string, type: string) {
    const waiting = waitingIn(this.detail?.view);
    const form = formOf({ process, id, type }, { matters: [], waiting }, t.forms);
    if (form) this.setData({ form });
  },
  close() {
    this.setData({ form: null, sheet: [] });
  },
  score({ currentTarget }: Touch) {
    const { unit, kind, value } = currentTarget.dataset;
    this.setData({ sheet: scored(this.data.sheet, unit, kind, value) });
  },
  remark({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.remarks[currentTarget.dataset.unit] = detail.value.trim();
  },
  async evaluate() {
    const scores = scoresOf(this.data.sheet, this.remarks);
    if (!scores) return void wx.showToast({ title: t.scoring.missing, icon: 'none' });
    this.commandId ||= newId();
    const { id, commandId } = this;
    const order = {
      process: 'whistle' as const,
      id,
      commandId,
      command: { type: 'evaluate' as const, scores },
    };
    if (await act(() => send(order), t.scoring.done)) this.done();
    else this.commandId = '';
  },
  done() {
    this.setData({ form: null, sheet: [] });
    void this.load();
  },
  toAppeal() {
    go(detailPath(this.data.shown?.appeal ?? ''));
  },
});
