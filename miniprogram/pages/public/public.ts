import { copyOf } from '../../lib/copy';
import { thisMonth } from '../../lib/period';
import { loading, show } from '../../lib/screen';
import { askOrRecall, noteOf } from '../../lib/seen';
import { blank, contentOf } from './content';

Page({
  data: { ...loading, t: copyOf('public'), period: '', ...blank },
  onLoad() {
    this.setData({ t: copyOf('public'), period: thisMonth() });
    this.reload();
  },
  onPullDownRefresh() {
    this.reload();
  },
  reload() {
    const { period } = this.data;
    void show(this, async () => {
      const figures = await askOrRecall('publicFigures', { month: period });
      return this.data.period === period
        ? { ...contentOf(figures.value, copyOf('public')), note: noteOf(figures) }
        : {};
    });
  },
  toPeriod({ detail }: WechatMiniprogram.CustomEvent<{ period: string }>) {
    this.setData({ period: detail.period });
    this.reload();
  },
});
