import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { AppealView, PublicOffice } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { askingOf } from '../../../lib/leave';
import { leaveForm } from '../../../lib/leave-forms';
import { loading, show } from '../../../lib/screen';
import { acceptAndDispatch, twice } from '../../lib/actions';
import { formOf } from '../../lib/forms';
import { office } from '../../lib/office';
import { dispatchPath, lightsPath, whistlePath } from '../../lib/paths';
import { suggest } from '../../lib/suggest';
import { tasksOf } from '../../lib/tasks';
import { shownOf } from './appeal-shown';

const t = {
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  own: copyOf('deskAppeal'),
  forms: copyOf('deskForms'),
  leave: copyOf('leave'),
  leaveForms: copyOf('leaveForms'),
};

/** Moves that have a page of their own. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  dispatch: dispatchPath,
  whistle: whistlePath,
};

Page({
  data: {
    ...loading,
    t: t.desk,
    own: t.own,
    shown: null as ReturnType<typeof shownOf> | null,
    links: {} as Readonly<Record<string, string>>,
    form: null as Form | null,
  },
  id: '',
  view: undefined as AppealView | undefined,
  office: undefined as PublicOffice | undefined,
  ids: twice(),
  busy: false,

  onLoad({ id = '' }: { id?: string }) {
    Object.assign(this, { id, ids: twice() });
  },
  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [{ links, ...detail }, known] = await Promise.all([ask('appeal', { id: this.id }), office()]);
      Object.assign(this, { view: detail.view, office: known });
      const tasks = await tasksOf(detail.view.units.map(({ task }) => task));
      return { shown: shownOf(detail, known, tasks, now(), t), links };
    });
  },

  move({ detail }: { detail: { type: string } }) {
    const page = pages[detail.type];
    if (page) go(page(this.id));
    else if (detail.type === 'both') void this.both();
    else this.begin('appeal', this.id, detail.type);
  },
  moveTask({ detail }: { detail: { task: string; type: string } }) {
    this.begin('task', detail.task, detail.type);
  },
  moveLeave({ detail }: { detail: Pick<Form, 'process' | 'id' | 'type'> }) {
    this.begin(detail.process, detail.id, detail.type);
  },
  begin(process: Form['process'], id: string, type: string) {
    const { view, office: known } = this;
    if (!view || !known) return;
    const [suggestion] = suggest(view, known);
    const form =
      formOf({ process, id, type }, { matters: known.matters, suggestion }, t.forms) ??
      leaveForm({ process, id, type }, { ...askingOf(view), units: known.units }, t.leaveForms);
    if (form) this.setData({ form });
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },

  async both() {
    const { view, office: known } = this;
    const [suggestion] = view && known ? suggest(view, known) : [];
    if (!suggestion || this.busy) return;
    this.busy = true;
    const say = (step: 1 | 2) =>
      void wx.showLoading({ title: step === 1 ? t.own.accepting : t.own.dispatching, mask: true });
    const { far, sentence } = await acceptAndDispatch(this.id, suggestion, this.ids, say);
    this.busy = false;
    void wx.hideLoading();
    if (far === 'all') void wx.showToast({ title: t.own.bothDone, icon: 'success' });
    else
      await wx.showModal({
        title: far === 'half' ? t.own.half : t.own.failed,
        content: sentence,
        showCancel: false,
      });
    await this.load();
  },
  toWhistle() {
    go(lightsPath(this.data.shown?.whistle ?? ''));
  },
  call() {
    void wx.makePhoneCall({ phoneNumber: this.data.shown?.appeal.phone ?? '' });
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
    void wx.setClipboardData({ data: this.data.shown?.appeal.number ?? '' });
  },
});
