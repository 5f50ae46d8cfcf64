import { ask, newId, send } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import { type CatalogueShown, type Preview, type PublicOffice, words } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { optionsOf } from '../../../lib/options';
import { act, loading, sentenceOf, show } from '../../../lib/screen';
import type { Chosen } from '../../lib/chosen';
import { forgetOffice, office } from '../../lib/office';
import { matterPath } from '../../lib/paths';
import { formOf, type MatterForm, matterErrors, reviseOf, rowOf } from './matter-form';
import { automateForm, retireForm } from './matter-moves';
import { areasShown, type Beside, besideOf, rowFor } from './matter-shown';

const t = copyOf('matter');
const communities = (['never', 'assist', 'lead'] as const).map((value) => ({ value, zh: t[value] }));

/** One row of the dispatch catalogue: written, its effect seen, then put in force from a day on. */
Page({
  data: {
    ...loading,
    t,
    tiers: optionsOf(words.tier),
    kinds: optionsOf(words.kind),
    communities,
    shares: [
      { value: 'yes', zh: t.sharedYes },
      { value: 'no', zh: t.sharedNo },
    ],
    form: null as MatterForm | null,
    today: '',
    office: null as PublicOffice | null,
    chosen: [] as readonly Chosen[],
    errors: {} as Record<string, string>,
    preview: null as Preview | null,
    beside: null as Beside | null,
    areas: [] as ReturnType<typeof areasShown>,
    fresh: false,
    known: false,
    sheet: null as Form | null,
  },
  id: '',
  at: '',
  row: undefined as CatalogueShown['rows'][number] | undefined,
  office: undefined as PublicOffice | undefined,
  form: undefined as MatterForm | undefined,
  commandId: newId(),
  busy: false,

  onLoad({ id = '', areas = '' }: { id?: string; areas?: string }) {
    Object.assign(this, { id, at: areas, commandId: newId() });
    void this.load();
  },
  onShow() {
    if (this.row) void this.again();
  },
  /** What stands beside it, without touching what is being written. */
  again() {
    const { row, office: known } = this;
    if (!row || !known) return;
    return show(this, async () => ({ beside: besideOf(row, await ask('catalogue', {}), known, t) }));
  },
  load() {
    return show(this, async () => {
      const [catalogue, known] = await Promise.all([ask('catalogue', {}), office()]);
      const { today } = catalogue;
      const row = rowFor(catalogue, this.id, this.at);
      const form = formOf(row, today, `own-${this.commandId.toLowerCase().slice(0, 12)}`);
      Object.assign(this, { form, row, office: known });
      const fresh = this.at === 'new';
      return {
        ...{ form, today, fresh, known: row !== undefined && !fresh },
        chosen: form.units,
        areas: form.areas ? areasShown(form.areas, known) : [],
        beside: row ? besideOf(row, catalogue, known, t) : null,
        office: { ...known, grids: [], matters: [] },
      };
    });
  },

  /** Not drawn anew where a person types. */
  change(part: Partial<MatterForm>, typing = false) {
    if (!this.form) return;
    this.form = { ...this.form, ...part };
    this.commandId = newId();
    if (!typing) this.setData({ form: this.form });
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: this.wrong() });
  },
  wrong() {
    return this.form ? matterErrors(this.form, t) : {};
  },
  write({ currentTarget, detail }: WechatMiniprogram.Input) {
    this.change({ [currentTarget.dataset.name]: detail.value }, true);
  },
  choose({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }>) {
    this.change({ [currentTarget.dataset.name]: detail.value });
  },
  share({ detail }: { detail: { value: string } }) {
    this.change({ shared: detail.value === 'yes' });
  },
  units({ detail }: { detail: { chosen: readonly Chosen[] } }) {
    this.change({ units: detail.chosen }, true);
  },

  toggle({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const { id, on } = currentTarget.dataset;
    const before = this.form?.areas ?? [];
    const areas = on ? before.filter((area) => area !== id) : [...before, id];
    this.change({ areas });
    if (this.office) this.setData({ areas: areasShown(areas, this.office) });
  },
  elsewhere({ currentTarget }: WechatMiniprogram.BaseEvent) {
    go(matterPath(this.id, currentTarget.dataset.areas));
  },
  retire() {
    const { row, office: known } = this;
    if (row && known) this.setData({ sheet: retireForm(row, this.data.today, known.matters) });
  },
  automate() {
    if (this.row) this.setData({ sheet: automateForm(this.row, this.data.beside?.automatic === 'on') });
  },
  closeSheet() {
    this.setData({ sheet: null });
  },
  moved({ detail }: { detail: { type: string } }) {
    this.setData({ sheet: null });
    forgetOffice();
    if (detail.type === 'retire') void wx.navigateBack();
    else void this.again();
  },

  async preview() {
    const { form } = this;
    if (!form || !this.stands()) return;
    try {
      this.setData({ preview: await ask('preview', { row: rowOf(form) }) });
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
  },
  closePreview() {
    this.setData({ preview: null });
  },
  stands(): boolean {
    const errors = this.wrong();
    this.setData({ errors });
    const [error] = Object.values(errors);
    if (error) void wx.showToast({ title: error, icon: 'none' });
    return !error;
  },
  async save() {
    const { form, commandId } = this;
    if (!form || this.busy || !this.stands()) return;
    this.busy = true;
    const order = { process: 'catalogue' as const, id: 'catalogue', commandId, command: reviseOf(form) };
    const saved = await act(() => send(order), t.done);
    this.busy = false;
    if (!saved) return;
    forgetOffice();
    void wx.navigateBack();
  },
});
