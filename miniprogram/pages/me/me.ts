import { ask } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import { begun, drafts, dropAllDrafts } from '../../lib/drafts';
import { go } from '../../lib/go';
import { confirmed, loading, show } from '../../lib/screen';
import { askIfPossible, noteOf, recall } from '../../lib/seen';
import { change, type Settings, settings } from '../../lib/settings';
import { contentOf, languages, messagesOf, sizes } from './content';

async function load() {
  const [me, notices] = await Promise.all([askIfPossible('me', {}), askIfPossible('notices', {})]);
  return { ...contentOf(me.value, notices.value, copyOf('me'), now()), note: noteOf(me, notices) };
}

function known() {
  return contentOf(recall('me', {})?.value, recall('notices', {})?.value, copyOf('me'), now());
}

/** What this phone knows by itself. */
function kept() {
  const common = copyOf('common');
  return {
    ...settings(),
    t: copyOf('me'),
    sizes: sizes(common),
    languages: languages(common),
    drafts: drafts().filter(begun).length,
  };
}

/** How many messages stand there before anybody asks for more. */
const few = 3;

Page({
  data: { ...loading, ...kept(), ...known(), most: few },
  onShow() {
    this.reload();
  },
  onPullDownRefresh() {
    this.reload();
  },
  reload() {
    this.setData(kept());
    void show(this, load, known());
  },
  async more() {
    const { next, messages, most } = this.data;
    if (most < messages.length) return this.setData({ most: messages.length });
    if (!next) return;
    await show(this, async () => {
      const page = await ask('notices', { after: next });
      const later = messagesOf(page.items, recall('me', {})?.value, now());
      return {
        messages: [...messages, ...later],
        next: page.next ?? null,
        most: messages.length + later.length,
      };
    });
  },
  resize({ detail }: WechatMiniprogram.CustomEvent<{ value: Settings['size'] }>) {
    change({ size: detail.value });
    this.setData(kept());
  },
  speak({ detail }: WechatMiniprogram.CustomEvent<{ value: Settings['language'] }>) {
    change({ language: detail.value });
    this.setData({ ...kept(), ...known() });
  },
  go(event: WechatMiniprogram.TouchEvent) {
    go(event.currentTarget.dataset.url);
  },
  async drop() {
    const { t } = this.data;
    if (!(await confirmed(t.drop, t.dropAsk))) return;
    dropAllDrafts();
    this.setData(kept());
  },
});
