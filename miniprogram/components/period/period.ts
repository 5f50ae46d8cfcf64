import { copyOf } from '../../lib/copy';
import { isLast, moved, periodZh, turned } from '../../lib/period';

/** A month or a year, one further or back, one or the other. Event `change {period}`. */
Component({
  properties: {
    period: String,
    /** Months only. */
    months: Boolean,
  },
  data: { t: copyOf('period'), zh: '', last: true, other: '' },
  observers: {
    period(period: string) {
      if (!period) return;
      const { year, month } = this.data.t;
      this.setData({
        t: copyOf('period'),
        zh: periodZh(period),
        last: isLast(period),
        other: period.length > 4 ? year : month,
      });
    },
  },
  methods: {
    before() {
      this.to(moved(this.data.period, -1));
    },
    after() {
      if (!this.data.last) this.to(moved(this.data.period, 1));
    },
    turn() {
      this.to(turned(this.data.period));
    },
    to(period: string) {
      this.triggerEvent('change', { period });
    },
  },
});
