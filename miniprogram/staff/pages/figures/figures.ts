import { ask } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import { thisMonth } from '../../../lib/period';
import { loading, show } from '../../../lib/screen';
import { blank, contentOf } from './content';

Page({
  data: { ...loading, t: copyOf('figures'), period: '', ...blank },
  onLoad() {
    this.setData({ t: copyOf('figures'), period: thisMonth() });
    this.reload();
  },
  onPullDownRefresh() {
    this.reload();
  },
  reload() {
    const { period } = this.data;
    void show(this, async () => {
      const figures = await ask('myFigures', { period });
      return this.data.period === period ? contentOf(figures, copyOf('figures')) : {};
    });
  },
  toPeriod({ detail }: WechatMiniprogram.CustomEvent<{ period: string }>) {
    this.setData({ period: detail.period });
    this.reload();
  },
});
