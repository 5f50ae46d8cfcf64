import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { Cursor, Role } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { goOn } from '../../../lib/paging';
import { type PursuitCard, supervisionCard } from '../../../lib/pursuit';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { loading, show } from '../../../lib/screen';

type Desk = 'unit' | 'street' | 'done';

const t = {
  own: copyOf('supervisions'),
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  forms: copyOf('pursuitForms'),
};
const desks = (['unit', 'street', 'done'] as const).map((value) => ({ value, zh: t.own[value] }));
const street: readonly Role[] = ['coordinator', 'streetLeader', 'secretary', 'supervisor'];

Page({
  data: {
    ...loading,
    t: t.own,
    desks,
    desk: 'unit' as Desk,
    cards: [] as readonly PursuitCard[],
    form: null as Form | null,
    /** The street goes on to the appeal. */
    linked: false,
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
      const [{ items, next }, { roles }] = await Promise.all([ask('supervisions', { desk }), ask('me', {})]);
      if (desk !== this.data.desk) return {};
      this.next = next;
      const cards = items.map((each) => supervisionCard(each, now(), t));
      return { cards, ended: next === undefined, linked: street.some((role) => roles.includes(role)) };
    });
  },
  loadMore() {
    return goOn(this, async (after) => {
      const { items, next } = await ask('supervisions', { desk: this.data.desk, after });
      return { cards: items.map((each) => supervisionCard(each, now(), t)), next };
    });
  },

  toDesk({ currentTarget }: { currentTarget: { dataset: { value: Desk } } }) {
    const desk = currentTarget.dataset.value;
    if (desk === this.data.desk) return;
    this.setData({ desk, cards: [], phase: 'loading', note: '' });
    void this.load();
  },
  move({ detail }: { detail: Pick<Form, 'process' | 'id' | 'type'> }) {
    const form = pursuitForm(detail, { now: now() }, t.forms);
    if (form) this.setData({ form });
  },
  open({ detail }: { detail: { appeal: string } }) {
    go(`/coordinator/pages/appeal/appeal?id=${detail.appeal}`);
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },
});
