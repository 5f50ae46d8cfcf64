import { ask, send } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { type AppealView, type PublicOffice, type Unit, words } from '../../../lib/domain';
import { type MapView, mapOf } from '../../../lib/map';
import { act, loading, show } from '../../../lib/screen';
import type { Chosen } from '../../lib/chosen';
import { type Composed, changed, recallOr, tried } from '../../lib/composing';
import { office } from '../../lib/office';
import { lightsPath } from '../../lib/paths';
import { proposalFor } from '../../lib/proposal';
import { proposals } from '../../lib/proposals';
import {
  blowOf,
  firstForm,
  type Received,
  received,
  toggled,
  type WhistleForm,
  whistleErrors,
} from './whistle-form';

type Picked = WechatMiniprogram.CustomEvent<{ value: string }>;
type Touch = WechatMiniprogram.BaseEvent;

const t = copyOf('whistle');
const themes = (Object.keys(words.theme) as (keyof typeof words.theme)[]).map((value) => ({
  value,
  zh: words.theme[value].zh,
  note: t[`${value}Note`],
}));
const usual = [t.property, t.merchant, t.volunteer, t.gridWorker, t.committee];

Page({
  data: {
    ...loading,
    t,
    themes,
    text: '',
    office: null as PublicOffice | null,
    near: [] as readonly Unit[],
    /** Where the choice of units begins; how it stands is in `form`. */
    chosen: [] as readonly Chosen[],
    form: null as WhistleForm | null,
    map: null as MapView | null,
    partners: [] as readonly { zh: string; on: boolean }[],
    partner: '',
    today: '',
    errors: {} as Record<string, string>,
    received: [] as readonly Received[],
  },
  id: '',
  key: '',
  view: undefined as AppealView | undefined,
  known: undefined as PublicOffice | undefined,
  draft: undefined as Composed<WhistleForm> | undefined,
  busy: false,

  onLoad({ appeal = '', id = '' }: { appeal?: string; id?: string }) {
    if (id) return void wx.redirectTo({ url: lightsPath(id) });
    Object.assign(this, { id: appeal, key: `draft.whistle.${appeal}` });
    return void this.load();
  },
  load() {
    return show(this, async () => {
      const [{ view }, known, proposal] = await Promise.all([
        ask('appeal', { id: this.id }),
        office(),
        proposalFor(this.id),
      ]);
      const draft = recallOr(this.key, firstForm(view, proposal));
      Object.assign(this, { view, known, draft });
      const point = view.place?.point;
      return {
        text: view.text,
        office: { ...known, grids: [], matters: [] },
        near: proposals(proposal, known, view.suggested),
        chosen: draft.content.units,
        map: point ? mapOf(point, known.grids, view.place?.grid) : null,
        today: new Date(now() + 28_800_000).toISOString().slice(0, 10),
        ...drawn(draft.content),
      };
    });
  },

  /** Keeps a change. What a person is typing is not drawn again. */
  change(part: Partial<WhistleForm>, typing = false) {
    if (!this.draft) return;
    const content = { ...this.draft.content, ...part };
    this.draft = changed(this.key, this.draft, content);
    if (!typing) this.setData(drawn(content));
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: whistleErrors(content, now(), t) });
  },
  theme({ detail }: Picked) {
    this.change({ theme: detail.value as WhistleForm['theme'] });
  },
  subject({ detail }: Picked) {
    this.change({ subject: detail.value }, true);
  },
  units({ detail }: { detail: { chosen: readonly Chosen[] } }) {
    this.change({ units: detail.chosen }, true);
  },
  date({ detail }: Picked) {
    this.change({ date: detail.value, time: this.data.form?.time || '10:00' });
  },
  time({ detail }: Picked) {
    this.change({ time: detail.value, date: this.data.form?.date || this.data.today });
  },
  noMeet() {
    this.change({ date: '', time: '' });
  },
  meetPlace({ detail }: Picked) {
    this.change({ meetPlace: detail.value }, true);
  },
  togglePartner({ currentTarget }: Touch) {
    this.change({ partners: toggled(this.data.form?.partners ?? [], currentTarget.dataset.zh) });
  },
  typePartner({ detail }: Picked) {
    this.setData({ partner: detail.value });
  },
  addPartner() {
    const { form, partner } = this.data;
    if (form && !form.partners.includes(partner.trim()))
      this.change({ partners: toggled(form.partners, partner) });
    this.setData({ partner: '' });
  },

  preview() {
    const { draft, view, known } = this;
    if (!draft || !view || !known) return;
    const errors = whistleErrors(draft.content, now(), t);
    const [wrong] = Object.values(errors);
    this.setData({ errors, received: wrong ? [] : received(draft.content, view, known, now()) });
    if (wrong) void wx.showToast({ title: wrong, icon: 'none' });
  },
  closePreview() {
    this.setData({ received: [] });
  },
  async blow() {
    if (!this.draft || this.busy) return;
    this.busy = true;
    this.draft = tried(this.key, this.draft);
    const { commandId, content } = this.draft;
    const order = { process: 'appeal' as const, id: this.id, commandId, command: blowOf(content) };
    if (await act(() => send(order), t.done)) await this.blown();
    this.busy = false;
  },
  /** On to the lights of the new whistle, or back where it cannot be asked for now. */
  async blown() {
    wx.removeStorageSync(this.key);
    const whistle = await ask('appeal', { id: this.id }).then(
      ({ view }) => view.whistle,
      () => undefined,
    );
    if (whistle) void wx.redirectTo({ url: lightsPath(whistle) });
    else void wx.navigateBack();
  },
});

function drawn(form: WhistleForm) {
  const all = [...usual, ...form.partners.filter((partner) => !usual.includes(partner))];
  return { form, partners: all.map((zh) => ({ zh, on: form.partners.includes(zh) })) };
}
