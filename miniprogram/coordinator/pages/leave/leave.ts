import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Cursor } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { askingOf, type LeaveCard } from '../../../lib/leave';
import { leaveForm } from '../../../lib/leave-forms';
import { loading, sentenceOf, show } from '../../../lib/screen';
import { detailPath } from '../../lib/paths';
import { cardsOf, type Desk, firstDesk } from './leave-desks';

const t = { leave: copyOf('leave'), urgency: copyOf('urgency'), forms: copyOf('leaveForms') };
const desks = (['open', 'coordinator', 'leader', 'none'] as const).map((value) => ({
  value,
  zh: t.leave[value],
}));

Page({
  data: {
    ...loading,
    t: t.leave,
    desks,
    desk: '' as Desk | '',
    cards: [] as readonly LeaveCard[],
    form: null as Form | null,
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
      const desk = this.data.desk || firstDesk((await ask('me', {})).roles);
      const { cards, next } = await cardsOf(desk, undefined, now, t);
      if (this.data.desk && desk !== this.data.desk) return {};
      this.next = next;
      return { desk, cards, ended: next === undefined };
    });
  },
  async loadMore() {
    const { next } = this;
    const { desk, cards, more } = this.data;
    if (!next || !desk || more) return;
    this.setData({ more: true });
    try {
      const page = await cardsOf(desk, next, now, t);
      this.next = page.next;
      if (desk === this.data.desk)
        this.setData({ cards: [...cards, ...page.cards], ended: page.next === undefined });
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
    this.setData({ more: false });
  },

  toDesk({ currentTarget }: { currentTarget: { dataset: { value: Desk } } }) {
    const desk = currentTarget.dataset.value;
    if (desk === this.data.desk) return;
    this.setData({ desk, cards: [], phase: 'loading', note: '' });
    void this.load();
  },
  move({ detail }: { detail: Pick<Form, 'process' | 'id' | 'type'> }) {
    const form = leaveForm(detail, { ...askingOf(undefined), units: [] }, t.forms);
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
