import { ask } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import type { Queries } from '../../../lib/domain';
import { thisMonth } from '../../../lib/period';
import { loading, show } from '../../../lib/screen';
import { blank, contentOf } from './content';

type Input = Queries['trend']['input'];

/** The street, a grid or a matter: day by day in a month, month by month in a year. */
Page({
  data: { ...loading, t: copyOf('figures'), period: '', ...blank },
  of: { by: 'all' } as Omit<Input, 'period'>,

  onLoad({ by = 'all', key, period }: { by?: Input['by']; key?: string; period?: string }) {
    this.of = { by, ...(key && { key }) };
    this.setData({ t: copyOf('figures'), period: period ?? thisMonth() });
    this.reload();
  },
  onPullDownRefresh() {
    this.reload();
  },
  reload() {
    const { period } = this.data;
    void show(this, async () => {
      const trend = await ask('trend', { period, ...this.of });
      return this.data.period === period ? contentOf(trend, copyOf('figures')) : {};
    });
  },
  toPeriod({ detail }: WechatMiniprogram.CustomEvent<{ period: string }>) {
    this.setData({ period: detail.period });
    this.reload();
  },
});
