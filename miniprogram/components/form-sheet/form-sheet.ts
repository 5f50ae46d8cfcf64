import { Refused } from '../../lib/api';
import { copyOf } from '../../lib/copy';
import {
  type Draft,
  discard,
  draftOf,
  type Errors,
  edited,
  errorsOf,
  type Form,
  keep,
  keyOf,
  repicked,
  type Values,
} from '../../lib/form';
import { patches } from '../../lib/patches';
import { act, confirmed } from '../../lib/screen';
import { type Drawn, drawn, warningOf } from './drawn';
import { order } from './order';
import { chosenPlace, herePlace } from './place';

interface Own {
  draft?: Draft;
  /** What the text areas were last given: a person who types is not overwritten. */
  given: Values;
  errors: Errors;
  search: Readonly<Record<string, string>>;
  busy: boolean;
  /** The move that is open: its form may come again with more to choose from. */
  key: string;
}

type Touch = WechatMiniprogram.BaseEvent;

/**
 * One move, filled in and sent; what was filled in stays on this phone until it is sent.
 * `form`: see lib/form, null: closed. `advice`: {met, zh}[] beneath the words. `phone`: shown where the form asks to
 * call. `recordings`, `links`: to be heard where the form asks to listen. Events `change {values}`, `look {search}`, `done {type}`, `close`.
 */
Component({
  properties: { form: Object, advice: Array, phone: String, recordings: Array, links: Object },
  data: { t: copyOf('form'), fields: [] as Drawn[], title: '' },
  observers: {
    form(form: Form | null) {
      const own = this as unknown as Own;
      if (form && own.key === keyOf(form)) {
        this.draw();
        return;
      }
      Object.assign(own, { errors: {}, search: {}, busy: false, key: form ? keyOf(form) : '' });
      if (!form) return;
      own.draft = draftOf(form);
      own.given = own.draft.values;
      this.setData({ fields: [], title: form.title });
      this.draw();
      const { values } = own.draft;
      wx.nextTick(() => this.triggerEvent('change', { values }));
    },
  },
  methods: {
    draw() {
      const { draft, given, errors, search } = this as unknown as Own;
      const form = this.data.form as Form | null;
      if (!form || !draft) return;
      const fields = drawn(form, draft.values, { given, errors, search });
      const { fields: before } = this.data;
      const alike = before.map(({ name }) => name).join() === fields.map(({ name }) => name).join();
      if (!alike) this.setData({ fields, title: form.title });
      else for (const patch of patches(before, fields, 'fields')) this.setData(patch);
    },
    type({ currentTarget, detail }: WechatMiniprogram.Input) {
      this.change(currentTarget.dataset.name, detail.value);
    },
    fill(name: string, value: unknown) {
      const own = this as unknown as Own;
      if (own.draft) own.given = { ...own.draft.values, [name]: value };
      this.change(name, value);
    },
    change(name: string, value: unknown) {
      const own = this as unknown as Own;
      const form = this.data.form as Form | null;
      if (!form || !own.draft) return;
      own.draft = edited(own.draft, name, value);
      keep(form, own.draft);
      if (Object.keys(own.errors).length > 0) own.errors = errorsOf(form, own.draft.values);
      this.draw();
      this.triggerEvent('change', { values: own.draft.values });
    },
    choose({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }>) {
      this.fill(currentTarget.dataset.name, detail.value);
    },
    pick({ currentTarget }: Touch) {
      const own = this as unknown as Own;
      const { name, value } = currentTarget.dataset;
      const field = this.data.fields.find((each) => each.name === name);
      this.fill(name, repicked(field, own.draft?.values[name], value));
    },
    photos({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ paths: string[] }>) {
      this.fill(currentTarget.dataset.name, detail.paths);
    },
    template({ currentTarget }: Touch) {
      this.fill(currentTarget.dataset.name, currentTarget.dataset.text);
    },
    look({ currentTarget, detail }: WechatMiniprogram.Input) {
      const own = this as unknown as Own;
      own.search = { ...own.search, [currentTarget.dataset.name]: detail.value };
      this.draw();
      this.triggerEvent('look', { search: detail.value });
    },
    async here({ currentTarget }: Touch) {
      const point = await herePlace();
      this.fill(currentTarget.dataset.name, point);
      if (!point) void wx.showToast({ title: this.data.t.noPlace, icon: 'none', duration: 4000 });
    },
    async map({ currentTarget }: Touch) {
      const point = await chosenPlace();
      if (point) this.fill(currentTarget.dataset.name, point);
    },
    call() {
      void wx.makePhoneCall({ phoneNumber: this.data.phone });
    },
    close() {
      this.triggerEvent('close');
    },
    async send() {
      const own = this as unknown as Own;
      const form = this.data.form as Form | null;
      if (!form || !own.draft || own.busy) return;
      own.errors = errorsOf(form, own.draft.values);
      this.draw();
      const error = this.data.fields.find((field) => field.error !== '')?.error;
      if (error) return void wx.showToast({ title: error, icon: 'none' });
      own.busy = true;
      try {
        if ((await this.agreed(form)) && (await act(() => this.order(form), form.done))) this.sent(form);
      } finally {
        own.busy = false;
      }
    },
    async agreed(form: Form) {
      const { draft } = this as unknown as Own;
      return form.warn === undefined || confirmed(form.title, warningOf(form, draft?.values ?? {}));
    },
    /** What the office says no to is marked at its field. */
    async order(form: Form) {
      const own = this as unknown as Own & { draft: Draft };
      const note = (draft: Draft) => {
        own.draft = draft;
        keep(form, draft);
      };
      await order(form, own.draft, note).catch((error) => {
        if (error instanceof Refused && error.field) own.errors = { [error.field]: error.message };
        this.draw();
        throw error;
      });
    },
    sent(form: Form) {
      discard(form);
      this.triggerEvent('done', { type: form.type });
    },
  },
});
