import { mark } from '../../lib/badge';
import { copyOf } from '../../lib/copy';
import { begun, drafts, dropAllDrafts } from '../../lib/drafts';
import { go, paths } from '../../lib/go';
import { hadLoginCode, hasLoginCode } from '../../lib/login-code';
import { confirmed, loading, show } from '../../lib/screen';
import { askIfPossible, noteOf, recall } from '../../lib/seen';
import { change, type Settings, settings } from '../../lib/settings';
import { contentOf, isStaff, languages, sizes } from './content';

async function load() {
  const me = await askIfPossible('me', {});
  mark(me.value?.unread ?? 0);
  const codes = isStaff(me.value) && (await hasLoginCode());
  return { ...contentOf(me.value, copyOf('me'), copyOf('notices')), codes, note: noteOf(me) };
}

function known() {
  const me = recall('me', {})?.value;
  return { ...contentOf(me, copyOf('me'), copyOf('notices')), codes: isStaff(me) && hadLoginCode() };
}

/** What this phone knows by itself. */
function kept() {
  const common = copyOf('common');
  return {
    ...settings(),
    t: copyOf('me'),
    notices: copyOf('notices'),
    sizes: sizes(common),
    languages: languages(common),
    drafts: drafts().filter(begun).length,
  };
}

Page({
  data: { ...loading, ...kept(), ...known(), paths },
  onShow() {
    void this.reload();
  },
  onPullDownRefresh() {
    void this.reload();
  },
  reload() {
    this.setData(kept());
    return show(this, load, known());
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
