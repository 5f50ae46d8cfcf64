import { ask } from '../../../lib/api';
import { copyOf } from '../../../lib/copy';
import type { Queries } from '../../../lib/domain';
import { takeAway } from '../../../lib/file-out';
import { go } from '../../../lib/go';
import { thisMonth } from '../../../lib/period';
import { act, loading, show } from '../../../lib/screen';
import { mapPath, trendPath } from '../../lib/paths';
import { blank, contentOf } from './content';

type By = Queries['figures']['input']['by'];
type Export = Queries['export']['input'];

interface Tapped<Value> {
  readonly currentTarget: { readonly dataset: Value };
}

Page({
  data: { ...loading, t: copyOf('figures'), period: '', by: 'unit' as By, ...blank },
  onLoad() {
    this.setData({ t: copyOf('figures'), period: thisMonth() });
    this.reload();
  },
  onPullDownRefresh() {
    this.reload();
  },
  reload() {
    const { period, by } = this.data;
    void show(this, async () => {
      const page = await ask('figures', { period, by });
      const asked = this.data.period === period && this.data.by === by;
      return asked ? contentOf(page, copyOf('figures')) : {};
    });
  },
  toPeriod({ detail }: WechatMiniprogram.CustomEvent<{ period: string }>) {
    this.setData({ period: detail.period });
    this.reload();
  },
  toTable({ currentTarget }: Tapped<{ by: By }>) {
    if (currentTarget.dataset.by === this.data.by) return;
    this.setData({ by: currentTarget.dataset.by });
    this.reload();
  },
  toMap() {
    go(mapPath);
  },
  toTrend({ currentTarget }: Tapped<{ by: By | 'all'; key?: string }>) {
    const { by, key = '' } = currentTarget.dataset;
    if (by !== 'unit') go(trendPath(by, key, this.data.period));
  },
  async export({ currentTarget }: Tapped<{ what: Export['what'] | 'table'; format: Export['format'] }>) {
    const { what, format } = currentTarget.dataset;
    const { period, by, t } = this.data;
    const input = { period, what: what === 'table' ? by : what, format };
    await act(async () => takeAway(await ask('export', input)), t.exported);
  },
});
