import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import type { RoutingQueries } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { loading, show } from '../../../lib/screen';
import { detailPath } from '../../lib/paths';
import { signForm } from './signs-forms';
import { signsShown } from './signs-shown';

const t = copyOf('signs');

/** What begins to show before it is complained of, with its evidence, and what the street does about it. */
Page({
  data: {
    ...loading,
    t,
    shown: null as ReturnType<typeof signsShown> | null,
    may: false,
    form: null as Form | null,
  },
  signs: [] as RoutingQueries['signs']['output']['items'],

  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  load() {
    return show(this, async () => {
      const [signs, { roles }] = await Promise.all([ask('signs', {}), ask('me', {})]);
      this.signs = signs.items;
      return { shown: signsShown(signs, now(), t), may: roles.includes('coordinator') };
    });
  },
  begin({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const { id, type } = currentTarget.dataset;
    const sign = this.signs.find((each) => each.id === id);
    if (sign) this.setData({ form: signForm(type, sign, t) });
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },
  open({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const { id } = currentTarget.dataset;
    if (id) go(detailPath(id));
  },
});
