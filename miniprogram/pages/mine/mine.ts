import type { Card } from '../../components/appeal-card/card';
import { ask } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import type { Cursor } from '../../lib/domain';
import { drafts } from '../../lib/drafts';
import { go, paths } from '../../lib/go';
import { flush, leave, listen, outbox } from '../../lib/outbox';
import { loading, show } from '../../lib/screen';
import { askOrRecall, noteOf, recall } from '../../lib/seen';
import { settings } from '../../lib/settings';
import { firstPage, keptOf, nextPage } from './content';

async function load() {
  const mine = await askOrRecall('mine', {});
  return { ...firstPage(mine.value, now()), note: noteOf(mine) };
}

/** Enough to draw the page with no network at all. */
function known() {
  const mine = recall('mine', {})?.value;
  if (mine) return firstPage(mine, now());
  return outbox().length + drafts().length > 0 ? firstPage({ items: [] }, now()) : undefined;
}

function kept() {
  const t = copyOf('mine');
  return { size: settings().size, t, kept: keptOf(outbox(), drafts(), t) };
}

Page({
  data: { ...loading, ...kept(), paths, cards: [] as Card[], next: null as Cursor | null, more: false },
  onLoad() {
    listen(this, () => this.reload());
  },
  onUnload() {
    leave(this);
  },
  onShow() {
    this.reload();
    void flush();
  },
  onPullDownRefresh() {
    this.onShow();
  },
  reload() {
    this.setData(kept());
    void show(this, load, known());
  },
  async onReachBottom() {
    const { next, more, cards } = this.data;
    if (!next || more) return;
    this.setData({ more: true });
    await show(this, async () => nextPage(await ask('mine', { after: next }), cards.length, now()));
    this.setData({ more: false });
  },
  begin() {
    go(paths.submit);
  },
  go(event: WechatMiniprogram.TouchEvent) {
    go(event.currentTarget.dataset.url);
  },
});
