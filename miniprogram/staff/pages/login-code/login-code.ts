import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { newLoginCode } from '../../../lib/login-code';
import { loading, show } from '../../../lib/screen';
import { codeShown, leftOf } from './content';

const second = 1000;

Page({
  data: { ...loading, t: copyOf('loginCode'), digits: '', spoken: '', left: '' },
  until: 0,
  timer: undefined as ReturnType<typeof setInterval> | undefined,

  onLoad() {
    return this.renew();
  },
  onShow() {
    this.tick();
    this.timer = setInterval(() => this.tick(), second);
  },
  onHide() {
    clearInterval(this.timer);
  },
  onUnload() {
    clearInterval(this.timer);
  },
  /** While it asks, no code is shown: the one before may be void already. */
  renew() {
    const t = copyOf('loginCode');
    this.setData({ t, phase: 'loading' });
    return show(this, async () => {
      const { code, until } = await newLoginCode();
      this.until = until;
      return { ...codeShown(code, t), left: leftOf(until, now(), t) };
    });
  },
  tick() {
    if (this.data.left) this.setData({ left: leftOf(this.until, now(), this.data.t) });
  },
});
