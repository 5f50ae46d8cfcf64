import { mark } from '../../lib/badge';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import { begun, drafts } from '../../lib/drafts';
import { go, paths } from '../../lib/go';
import { flush, leave, listen, outbox } from '../../lib/outbox';
import { loading, show } from '../../lib/screen';
import { askIfPossible, noteOf, recall } from '../../lib/seen';
import { change, settings } from '../../lib/settings';
import { contentOf, queuedOf } from './content';

async function load() {
  const [office, me, mine, figures] = await Promise.all([
    askIfPossible('office', {}),
    askIfPossible('me', {}),
    askIfPossible('mine', {}),
    askIfPossible('publicFigures', {}),
  ]);
  mark(me.value?.unread ?? 0);
  const known = { office: office.value, me: me.value, mine: mine.value, figures: figures.value };
  return { ...contentOf(known, copyOf('home'), now()), note: noteOf(office, me, mine) };
}

function known() {
  const last = {
    office: recall('office', {})?.value,
    me: recall('me', {})?.value,
    mine: recall('mine', {})?.value,
    figures: recall('publicFigures', {})?.value,
  };
  return contentOf(last, copyOf('home'), now());
}

/** What this phone knows by itself. */
function kept() {
  const { size, language } = settings();
  const common = copyOf('common');
  return {
    size,
    t: copyOf('home'),
    figuresWords: copyOf('public'),
    notices: copyOf('notices'),
    otherSize: size === 'elder' ? common.standard : common.elder,
    otherLanguage: language === 'bo' ? common.chinese : common.tibetan,
    draft: drafts().some(begun),
    queued: queuedOf(outbox()),
  };
}

Page({
  data: { ...loading, ...kept(), ...known(), paths },
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
  switchSize() {
    change({ size: settings().size === 'elder' ? 'standard' : 'elder' });
    this.setData(kept());
  },
  switchLanguage() {
    change({ language: settings().language === 'bo' ? 'zh' : 'bo' });
    this.setData({ ...kept(), ...known() });
  },
  go(event: WechatMiniprogram.TouchEvent) {
    go(event.currentTarget.dataset.url);
  },
  call(event: WechatMiniprogram.TouchEvent) {
    void wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.number }).catch(() => undefined);
  },
});
