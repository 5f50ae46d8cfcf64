import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { PublicOffice } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { loading, show } from '../../../lib/screen';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { type Shown, shownOf } from './meeting-shown';

const t = { own: copyOf('meeting'), agenda: copyOf('agenda'), forms: copyOf('pursuitForms') };

Page({
  data: { ...loading, t: t.own, shown: null as Shown | null, form: null as Form | null },
  id: '',
  units: [] as PublicOffice['units'],

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
  },
  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },

  load() {
    return show(this, async () => {
      const [detail, { units }] = await Promise.all([ask('meeting', { id: this.id }), office()]);
      this.units = units;
      return { shown: shownOf(detail, now(), t.agenda) };
    });
  },
  /** A card of the agenda names its topic. */
  resolve({ detail }: { detail: { id: string } }) {
    this.begin('resolve', detail.id);
  },
  move({ detail }: { detail: { type: string } }) {
    this.begin(detail.type);
  },
  begin(type: string, topic = '') {
    const about = { now: now(), units: this.units, topic };
    const form = pursuitForm({ process: 'meeting', id: this.id, type }, about, t.forms);
    if (form) this.setData({ form });
  },
  open({ detail }: { detail: { appeal: string } }) {
    go(detailPath(detail.appeal));
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },
});
