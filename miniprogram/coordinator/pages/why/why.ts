import { ask, newId, send } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { go } from '../../../lib/go';
import { act, confirmed, loading, show } from '../../../lib/screen';
import { office } from '../../lib/office';
import { detailPath } from '../../lib/paths';
import { type WhyShown, whyShown } from './why-shown';

const t = copyOf('why');

/** Why an appeal is proposed to go where it goes, and what it may have in common with others. */
Page({
  data: { ...loading, t, shown: null as WhyShown | null, mayMerge: false },
  id: '',
  /** One id for each it might go with, so that a second try repeats nothing. */
  commandIds: {} as Record<string, string>,

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
    void this.load();
  },
  load() {
    return show(this, async () => {
      const { id } = this;
      const [proposal, { items }, known, { moves }] = await Promise.all([
        ask('proposal', { id }),
        ask('alike', { id }),
        office(),
        ask('appeal', { id }),
      ]);
      return { shown: whyShown(proposal, items, known, now(), t), mayMerge: moves.includes('merge') };
    });
  },
  async merge({ currentTarget }: WechatMiniprogram.BaseEvent) {
    const into = String(currentTarget.dataset.id);
    if (!(await confirmed(t.merge, t.mergeAsk))) return;
    this.commandIds[into] ??= newId();
    const commandId = this.commandIds[into];
    const order = { process: 'appeal' as const, id: this.id, commandId };
    if (await act(() => send({ ...order, command: { type: 'merge', into } }), t.merged)) await this.load();
  },
  open({ currentTarget }: WechatMiniprogram.BaseEvent) {
    go(detailPath(currentTarget.dataset.id));
  },
});
