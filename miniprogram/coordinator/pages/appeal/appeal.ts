import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { AppealView, Explained, PublicOffice } from '../../../lib/domain';
import { discard, type Form, type Option } from '../../../lib/form';
import { go, paths } from '../../../lib/go';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { acceptAnd, type Next, twice } from '../../lib/actions';
import { office } from '../../lib/office';
import { detailPath, lightsPath, whyPath } from '../../lib/paths';
import { proposalFor } from '../../lib/proposal';
import { tasksOf } from '../../lib/tasks';
import { isDeciding, shownOf } from './appeal-shown';
import { candidates, numbered, numberIn } from './candidates';
import { formFor, pages } from './ways';

const t = {
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  own: copyOf('deskAppeal'),
  pursuit: copyOf('pursuitCard'),
  leave: copyOf('leave'),
};
const nexts: Readonly<
  Record<Next, { readonly doing: string; readonly done: string; readonly half: string }>
> = {
  dispatch: { doing: t.own.dispatching, done: t.own.bothDone, half: t.own.half },
  entrust: { doing: t.own.entrusting, done: t.own.handedDown, half: t.own.halfDown },
};

Page({
  data: {
    ...loading,
    t: t.desk,
    own: t.own,
    pursuit: t.pursuit,
    shown: null as ReturnType<typeof shownOf> | null,
    links: {} as Readonly<Record<string, string>>,
    form: null as Form | null,
  },
  id: '',
  view: undefined as AppealView | undefined,
  office: undefined as PublicOffice | undefined,
  proposal: undefined as Explained | undefined,
  alike: [] as readonly Option[],
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
      const proposal = isDeciding(detail.moves) ? await proposalFor(this.id) : undefined;
      Object.assign(this, { view: detail.view, office: known, proposal });
      const tasks = await tasksOf(detail.view.units.map(({ task }) => task));
      return { shown: shownOf(detail, { office: known, proposal }, tasks, now(), t), links };
    });
  },

  move({ detail }: { detail: { type: string } }) {
    const page = pages[detail.type];
    if (page) go(page(this.id));
    else if (detail.type === 'both') void this.once('dispatch');
    else if (detail.type === 'down') void this.once('entrust');
    else if (detail.type === 'merge') void this.merge();
    else this.begin('appeal', this.id, detail.type);
  },
  pursue({ currentTarget }: { currentTarget: { dataset: { type: string } } }) {
    this.begin('appeal', this.id, currentTarget.dataset.type);
  },
  moveTask({ detail }: { detail: { task: string; type: string } }) {
    this.begin('task', detail.task, detail.type);
  },
  moveLeave({ detail }: { detail: Pick<Form, 'process' | 'id' | 'type'> }) {
    this.begin(detail.process, detail.id, detail.type);
  },
  /** What it may go with is looked for when it is asked for. */
  async merge() {
    try {
      this.alike = await candidates(this.id, now());
      this.begin('appeal', this.id, 'merge');
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
  },
  /** Who has only a number has it looked up, once it is whole. */
  async look({ detail }: { detail: { search: string } }) {
    const number = numberIn(detail.search);
    if (!number || this.data.form?.type !== 'merge' || this.alike.some(({ zh }) => zh === number)) return;
    try {
      const found = await numbered(number, this.id, now());
      if (found.length === 0) return void wx.showToast({ title: t.own.noNumber, icon: 'none' });
      this.alike = [...found, ...this.alike];
      if (this.data.form?.type === 'merge') this.begin('appeal', this.id, 'merge');
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
  },
  /** `first`: chosen on the page just now; what was filled in before gives way. */
  begin(process: Form['process'], id: string, type: string, first?: Form['first']) {
    const { view, office: known, proposal, alike } = this;
    if (!view || !known) return;
    const about = { view, office: known, proposal, alike, now: now() };
    const form = formFor({ process, id, type }, about);
    if (form && first) discard(form);
    if (form) this.setData({ form: { ...form, first: { ...form.first, ...first } } });
  },
  close() {
    this.setData({ form: null });
  },
  /** Who stays out of it sees it no more. */
  done({ detail }: { detail: { type: string } }) {
    const { form } = this.data;
    this.setData({ form: null });
    if (detail.type === 'recuse' && form?.process === 'appeal') this.away();
    else void this.load();
  },

  away() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: paths.intake });
  },

  /** Two steps at one tap, where the proposal is clear. */
  async once(next: Next) {
    const { proposal } = this;
    if (!proposal || this.busy) return;
    this.busy = true;
    const said = nexts[next];
    const say = (step: 1 | 2) =>
      void wx.showLoading({ title: step === 1 ? t.own.accepting : said.doing, mask: true });
    const { far, sentence } = await acceptAnd(next, this.id, proposal, this.ids, say);
    this.busy = false;
    void wx.hideLoading();
    if (far === 'all') void wx.showToast({ title: said.done, icon: 'success' });
    else
      await wx.showModal({
        title: far === 'half' ? said.half : t.own.failed,
        content: sentence,
        showCancel: false,
      });
    await this.load();
  },
  /** One of the others it might be, in place of the first. */
  instead({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const matter = currentTarget.dataset.id;
    const tier = this.office?.matters.find(({ id }) => id === matter)?.tier;
    this.begin('appeal', this.id, 'accept', { matter, ...(tier && { tier }) });
  },
  toWhy() {
    go(whyPath(this.id));
  },
  open({ currentTarget }: WechatMiniprogram.BaseEvent) {
    go(detailPath(currentTarget.dataset.id));
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
