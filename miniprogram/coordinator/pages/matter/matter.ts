import { ask, newId, send } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import { type Preview, type PublicOffice, words } from '../../../lib/domain';
import { optionsOf } from '../../../lib/options';
import { act, loading, sentenceOf, show } from '../../../lib/screen';
import type { Chosen } from '../../lib/chosen';
import { forgetOffice, office } from '../../lib/office';
import { formOf, type MatterForm, matterErrors, reviseOf, rowOf } from './matter-form';

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
  },
  id: '',
  form: undefined as MatterForm | undefined,
  commandId: newId(),
  busy: false,

  onLoad({ id = '' }: { id?: string }) {
    Object.assign(this, { id, commandId: newId() });
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [{ rows, planned, today }, known] = await Promise.all([ask('catalogue', {}), office()]);
      const row = [...planned, ...rows].find(({ id }) => id === this.id);
      const form = formOf(row, today, `own-${this.commandId.toLowerCase().slice(0, 12)}`);
      this.form = form;
      return { form, chosen: form.units, today, office: { ...known, grids: [], matters: [] } };
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
    return this.form ? matterErrors(this.form, t.missing) : {};
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
