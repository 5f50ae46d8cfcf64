import { chosenPlace } from '../../../components/form-sheet/place';
import { ask, send } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import {
  type AppealView,
  type Call,
  type PublicOffice,
  type Role,
  type Theme,
  type Unit,
  words,
} from '../../../lib/domain';
import { type MapView, mapOf } from '../../../lib/map';
import { optionsOf } from '../../../lib/options';
import { act, loading, show } from '../../../lib/screen';
import type { Chosen } from '../../lib/chosen';
import { type Composed, changed, recallOr, tried } from '../../lib/composing';
import { office } from '../../lib/office';
import { lightsPath } from '../../lib/paths';
import { proposalFor } from '../../lib/proposal';
import { proposals } from '../../lib/proposals';
import {
  asked,
  callOf,
  firstForm,
  newCode,
  type Received,
  received,
  themed,
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
const because = optionsOf(words.grounds).filter(({ value }) => value !== 'danger');

Page({
  data: {
    ...loading,
    t,
    themes,
    because,
    approval: '',
    alert: '',
    text: '',
    office: null as PublicOffice | null,
    near: [] as readonly Unit[],
    /** Where the choice of units begins; how it stands is in `form`. */
    chosen: [] as readonly Chosen[],
    form: null as WhistleForm | null,
    map: null as MapView | null,
    partners: [] as readonly Partner[],
    today: '',
    errors: {} as Record<string, string>,
    received: [] as readonly Received[],
  },
  id: '',
  key: '',
  view: undefined as AppealView | undefined,
  known: undefined as PublicOffice | undefined,
  draft: undefined as Composed<WhistleForm> | undefined,
  alert: undefined as string | undefined,
  busy: false,

  /** From an appeal, or by itself. */
  onLoad({ appeal = '', id = '' }: { appeal?: string; id?: string }) {
    if (id) return void wx.redirectTo({ url: lightsPath(id) });
    Object.assign(this, { id: appeal, key: `draft.whistle.${appeal || 'own'}` });
    return void this.load();
  },
  load() {
    return show(this, async () => {
      const [detail, known, { view: alert }, { roles }, proposal] = await Promise.all([
        this.id ? ask('appeal', { id: this.id }) : undefined,
        office(),
        ask('alert', {}),
        ask('me', {}),
        this.id ? proposalFor(this.id) : undefined,
      ]);
      const view = detail?.view;
      const draft = recallOr(this.key, firstForm(view, proposal));
      Object.assign(this, { view, known, draft, alert: alert?.id });
      return {
        alert: alert ? `${t.alert}：${alert.zh}。${t.alertNote}` : '',
        text: view?.text ?? '',
        themes: themes.filter(({ value }) => mayBlow(value, view !== undefined, roles)),
        office: { ...known, grids: [], matters: [] },
        near: view ? proposals(proposal, known, view.suggested) : [],
        chosen: draft.content.units,
        today: new Date(now() + 28_800_000).toISOString().slice(0, 10),
        ...drawn(draft.content, known, view),
      };
    });
  },

  /** Keeps a change. What a person is typing is not drawn again. */
  change(part: Partial<WhistleForm>, typing = false) {
    if (!this.draft) return;
    const content = { ...this.draft.content, ...part };
    this.draft = changed(this.key, this.draft, content);
    if (!typing && this.known) this.setData(drawn(content, this.known, this.view));
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: whistleErrors(content, now(), t) });
  },
  theme({ detail }: Picked) {
    this.change(themed(detail.value as WhistleForm['theme'], this.data.form?.because));
  },
  because({ detail }: Picked) {
    this.change({ because: detail.value as WhistleForm['because'] });
  },
  grounds({ detail }: Picked) {
    this.change({ grounds: detail.value }, true);
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
  async meetPoint() {
    const point = await chosenPlace();
    if (point) this.change({ point });
  },
  coded({ detail }: { detail: { value: boolean } }) {
    this.change({ coded: detail.value });
  },
  recode() {
    this.change({ code: newCode() });
  },
  online({ detail }: { detail: { value: boolean } }) {
    this.change({ online: detail.value });
  },
  plan({ detail }: Picked) {
    this.change({ plan: detail.value });
  },
  togglePartner({ currentTarget }: Touch) {
    this.change({
      partners: toggled(this.draft?.content.partners ?? [], currentTarget.dataset.id, t.partnerNeed),
    });
  },
  partnerNeed({ currentTarget, detail }: WechatMiniprogram.Input) {
    const { partners = [] } = this.draft?.content ?? {};
    this.change({ partners: asked(partners, currentTarget.dataset.id, detail.value) }, true);
  },

  preview() {
    const { draft, view, known } = this;
    if (!draft || !known) return;
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
    const own = `w-${commandId}`;
    const call = { ...callOf(content), ...(this.alert && { alert: this.alert }) };
    const order = () => blowing(this.id, own, commandId, call);
    if (await act(order, this.data.approval ? t.asked : t.done)) await this.blown(own);
    this.busy = false;
  },
  /** On to the lights of the new whistle, or back where it cannot be asked for now. */
  async blown(own: string) {
    wx.removeStorageSync(this.key);
    const whistle = this.id
      ? await ask('appeal', { id: this.id }).then(
          ({ view }) => view.whistleAsked ?? view.whistle,
          () => undefined,
        )
      : own;
    if (whistle) void wx.redirectTo({ url: lightsPath(whistle) });
    else void wx.navigateBack();
  },
});

/** A whistle for an appeal hangs on one; a grid chief by himself calls for danger alone. */
function mayBlow(theme: Theme, onAppeal: boolean, roles: readonly Role[]): boolean {
  if (theme === 'appeal') return onAppeal;
  const street = (['coordinator', 'streetLeader', 'secretary'] as const).some((role) => roles.includes(role));
  return street || theme === 'emergency';
}

interface Partner {
  readonly id: string;
  readonly zh: string;
  readonly on: boolean;
  readonly need: string;
}

function blowing(appeal: string, own: string, commandId: string, call: Call): Promise<unknown> {
  if (appeal)
    return send({ process: 'appeal', id: appeal, commandId, command: { type: 'whistle', ...call } });
  return send({ process: 'whistle', id: own, commandId, command: { type: 'blow', ...call } });
}

function drawn(form: WhistleForm, office: PublicOffice, view: AppealView | undefined) {
  const { approvals, units, grids } = office;
  const approval = approvals[form.theme];
  const partners = units
    .filter(({ kind }) => kind === 'partner')
    .map(({ id, zh }): Partner => {
      const chosen = form.partners.find(({ unit }) => unit === id);
      return { id, zh, on: chosen !== undefined, need: chosen?.need ?? '' };
    });
  const map = form.point ? mapOf(form.point, grids, view?.place?.grid) : null;
  return { form, partners, map, approval: approval === 'none' ? '' : words.approval[approval].zh };
}
