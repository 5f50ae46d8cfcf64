import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Cursor } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { goOn } from '../../../lib/paging';
import { followUpCard, type PursuitCard } from '../../../lib/pursuit';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { detailPath } from '../../lib/paths';

type Desk = 'open' | 'waiting' | 'done';

const t = {
  own: copyOf('followUps'),
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  forms: copyOf('pursuitForms'),
};
const desks = (['open', 'waiting', 'done'] as const).map((value) => ({ value, zh: t.own[value] }));

Page({
  data: {
    ...loading,
    t: t.own,
    desks,
    desk: 'open' as Desk,
    cards: [] as readonly PursuitCard[],
    form: null as Form | null,
    phone: '',
    ended: false,
    more: false,
  },
  next: undefined as Cursor | undefined,

  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  onReachBottom() {
    void this.loadMore();
  },

  load() {
    return show(this, async () => {
      const { desk } = this.data;
      const { items, next } = await ask('followUps', { desk });
      if (desk !== this.data.desk) return {};
      this.next = next;
      return { cards: items.map((each) => followUpCard(each, now(), t)), ended: next === undefined };
    });
  },
  loadMore() {
    return goOn(this, async (after) => {
      const { items, next } = await ask('followUps', { desk: this.data.desk, after });
      return { cards: items.map((each) => followUpCard(each, now(), t)), next };
    });
  },

  toDesk({ currentTarget }: { currentTarget: { dataset: { value: Desk } } }) {
    const desk = currentTarget.dataset.value;
    if (desk === this.data.desk) return;
    this.setData({ desk, cards: [], phase: 'loading', note: '' });
    void this.load();
  },
  /** The number is asked for only when somebody is about to call. */
  move({ detail }: { detail: Pick<Form, 'process' | 'id' | 'type'> }) {
    return this.begin(detail).catch((error) => {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    });
  },
  async begin(to: Pick<Form, 'process' | 'id' | 'type'>) {
    const { view, appeal } = await ask('followUp', { id: to.id });
    const phone = appeal.view.contact?.phone ?? appeal.view.onBehalfOf?.phone ?? '';
    const form = pursuitForm(to, { now: now(), script: view.script, phone }, t.forms);
    if (form) this.setData({ form, phone });
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
