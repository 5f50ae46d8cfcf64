import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { go } from '../../../lib/go';
import { loading, show } from '../../../lib/screen';
import { detailPath } from '../../lib/paths';
import { signsShown } from './signs-shown';

const t = copyOf('signs');

/** What begins to show before it is complained of, with its evidence and what might be done. */
Page({
  data: { ...loading, t, shown: null as ReturnType<typeof signsShown> | null },

  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },
  load() {
    return show(this, async () => ({ shown: signsShown(await ask('signs', {}), now(), t) }));
  },
  copy({ currentTarget }: WechatMiniprogram.BaseEvent) {
    void wx.setClipboardData({ data: currentTarget.dataset.text });
  },
  open({ currentTarget }: WechatMiniprogram.BaseEvent) {
    go(detailPath(currentTarget.dataset.id));
  },
});
