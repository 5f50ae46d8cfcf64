import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Cursor } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { askingOf, type LeaveCard } from '../../../lib/leave';
import { leaveForm } from '../../../lib/leave-forms';
import { goOn } from '../../../lib/paging';
import { loading, show } from '../../../lib/screen';
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
    const { desk } = this.data;
    if (desk) await goOn(this, (after) => cardsOf(desk, after, now, t));
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
