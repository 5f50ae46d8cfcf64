import { thisMonth } from './period';
import { loading, show } from './screen';

interface PeriodPage<Query> {
  /** What is drawn before anything is known. */
  blank(): object;
  content(period: string, query: Query): Promise<object>;
}

/** A page about one month or one year at a time. What comes for another one than is shown by then is dropped. */
export function periodPage<Query extends { readonly period?: string }>(own: PeriodPage<Query>): void {
  Page({
    data: { ...loading, ...own.blank(), period: '' },
    query: {} as Query,

    onLoad(query: Query) {
      this.query = query;
      this.setData({ ...own.blank(), period: query.period ?? thisMonth() });
      this.reload();
    },
    onPullDownRefresh() {
      this.reload();
    },
    reload() {
      const { period } = this.data;
      void show(this, async () => {
        const content = await own.content(period, this.query);
        return this.data.period === period ? content : {};
      });
    },
    toPeriod({ detail }: WechatMiniprogram.CustomEvent<{ period: string }>) {
      this.setData({ period: detail.period });
      this.reload();
    },
  });
}
