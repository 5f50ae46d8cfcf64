import { newId } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { askIfPossible } from '../../../lib/seen';
import { formOf } from '../../lib/forms';
import { lightsPath } from '../../lib/paths';
import { type RedShown, redShown, toldOf } from './red-shown';

type Touch = WechatMiniprogram.BaseEvent;

/** 一再亮红灯的单位：asks for itself, and draws nothing where there are none. */
Component({
  data: { t: copyOf('reds'), units: [] as readonly RedShown[], form: null as Form | null },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  pageLifetimes: {
    show() {
      if (this.data.units.length > 0) void this.load();
    },
  },
  methods: {
    async load() {
      const [reds, me] = await Promise.all([askIfPossible('reds', {}), askIfPossible('me', {})]);
      const { items = [] } = reds.value ?? {};
      const { roles = [] } = me.value ?? {};
      this.setData({ units: items.map((each) => redShown(each, roles, now(), this.data.t)) });
    },
    open({ currentTarget }: Touch) {
      go(lightsPath(currentTarget.dataset.id));
    },
    escalate({ currentTarget }: Touch) {
      const { id, unit, zh } = currentTarget.dataset;
      const to = { process: 'whistle', id, type: 'escalate' } as const;
      const form = formOf(to, { matters: [] }, copyOf('deskForms'));
      if (form) this.setData({ form: toldOf(form, unit, zh) });
    },
    raise({ currentTarget }: Touch) {
      const to = { process: 'topic', id: `topic-${newId()}`, type: 'raise' } as const;
      const form = pursuitForm(to, { now: now(), agenda: 'weekly' }, copyOf('pursuitForms'));
      if (form) this.setData({ form: { ...form, first: { title: currentTarget.dataset.title } } });
    },
    close() {
      this.setData({ form: null });
    },
    done() {
      this.setData({ form: null });
      void this.load();
    },
  },
});
