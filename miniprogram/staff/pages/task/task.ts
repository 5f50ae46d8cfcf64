import { ask, newId, send } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { TaskDetail, Unit } from '../../../lib/domain';
import type { Form, Values } from '../../../lib/form';

import { askingOf } from '../../../lib/leave';
import { leaveForm } from '../../../lib/leave-forms';
import { act, loading, show } from '../../../lib/screen';
import { formOf } from './forms';
import { type Hint, replyHints } from './reply-hints';
import { taskShown } from './task-shown';

const t = {
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  leave: copyOf('leave'),
  forms: copyOf('taskForms'),
  leaveForms: copyOf('leaveForms'),
};

Page({
  data: {
    ...loading,
    t: t.desk,
    shown: null as ReturnType<typeof taskShown> | null,
    links: {} as Readonly<Record<string, string>>,
    form: null as Form | null,
    advice: [] as readonly Hint[],
  },
  id: '',
  wanted: '',
  detail: undefined as TaskDetail | undefined,
  replyLength: 0,
  units: [] as readonly Unit[],
  /** One order for each move that asks nothing, however often it is tapped. */
  orders: {} as Record<string, string>,

  onLoad({ id = '', move = '' }: { id?: string; move?: string }) {
    Object.assign(this, { id, wanted: move });
  },
  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [{ links, ...detail }, office] = await Promise.all([
        ask('task', { id: this.id }),
        ask('office', {}),
      ]);
      Object.assign(this, { detail, replyLength: office.replyLength, units: office.units });
      const shown = taskShown(detail, now(), t);
      if (shown.moves.some(({ type }) => type === this.wanted)) this.begin(this.wanted);
      this.wanted = '';
      return { shown, links };
    });
  },

  move({ detail }: { detail: { type: string } }) {
    this.begin(detail.type);
  },
  begin(type: string) {
    const { detail, id, replyLength } = this;
    const appeal = detail?.appeal?.view;
    const phone = appeal?.contact?.phone ?? appeal?.onBehalfOf?.phone ?? '';
    const { whistle = '', meet } = detail?.view ?? {};
    const about = { task: id, appeal: appeal?.id ?? '', phone, replyLength, whistle, meet };
    const form =
      formOf(type, about, t.forms) ??
      this.leave({
        process: type === 'ask' ? 'appeal' : 'task',
        id: type === 'ask' ? (appeal?.id ?? '') : id,
        type,
      });
    if (form) this.setData({ form, advice: [] });
    else void this.order(type);
  },
  leave(to: Pick<Form, 'process' | 'id' | 'type'>) {
    const about = { ...askingOf(this.detail?.appeal?.view), units: this.units };
    return leaveForm(to, about, t.leaveForms);
  },
  moveLeave({ detail }: { detail: Pick<Form, 'process' | 'id' | 'type'> }) {
    const form = this.leave(detail);
    if (form) this.setData({ form, advice: [] });
  },
  async order(type: string) {
    this.orders[type] ??= newId();
    const command = { type } as { type: 'acknowledge' | 'setOut' };
    const order = { process: 'task' as const, id: this.id, commandId: this.orders[type], command };
    if (await act(() => send(order), this.data.t.done)) await this.load();
  },
  advise({ detail }: { detail: { values: Values } }) {
    const advised = this.data.form?.type === 'reply';
    this.setData({ advice: advised ? replyHints(String(detail.values.text ?? ''), t.forms) : [] });
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },

  call() {
    void wx.makePhoneCall({ phoneNumber: this.data.shown?.appeal?.phone ?? '' });
  },
  openMap() {
    const { map, appeal } = this.data.shown ?? {};
    if (map)
      void wx.openLocation({
        latitude: map.latitude,
        longitude: map.longitude,
        address: appeal?.address ?? '',
      });
  },
  copy() {
    void wx.setClipboardData({ data: this.data.shown?.appeal?.number ?? '' });
  },
});
