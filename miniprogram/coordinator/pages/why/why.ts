import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { go } from '../../../lib/go';
import { loading, show } from '../../../lib/screen';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { type WhyShown, whyShown } from './why-shown';

const t = copyOf('why');

/** Why an appeal is proposed to go where it goes, and what it may have in common with others. */
Page({
  data: { ...loading, t, shown: null as WhyShown | null },
  id: '',

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
    void this.load();
  },
  load() {
    return show(this, async () => {
      const { id } = this;
      const [proposal, { items }, known] = await Promise.all([
        ask('proposal', { id }),
        ask('alike', { id }),
        office(),
      ]);
      return { shown: whyShown(proposal, items, known, now(), t) };
    });
  },
  open({ currentTarget }: WechatMiniprogram.BaseEvent) {
    go(detailPath(currentTarget.dataset.id));
  },
});
