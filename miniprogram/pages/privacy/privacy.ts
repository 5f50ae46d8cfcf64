import { ask, forgetMe, newId, provePhone, send } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import type { AppealView, Cursor, Me } from '../../lib/domain';
import { dropAllDrafts } from '../../lib/drafts';
import { go, paths } from '../../lib/go';
import { act, confirmed, loading, show } from '../../lib/screen';
import { askOrRecall, forgetSeen, noteOf } from '../../lib/seen';
import { copyText, wrongPhone } from './content';

Page({
  data: {
    ...loading,
    t: copyOf('privacy'),
    name: '',
    phone: '',
    proved: false,
    wrong: '',
    canProve: wx.canIUse('button.open-type.getPhoneNumber'),
  },
  me: undefined as Me | undefined,

  onShow() {
    void this.load();
  },
  load() {
    return show(this, async () => {
      const me = await askOrRecall('me', {});
      this.me = me.value;
      const { name = '', phone = '', proved = false } = me.value;
      return { t: copyOf('privacy'), name, phone, proved, wrong: '', note: noteOf(me) };
    });
  },
  write({ detail }: WechatMiniprogram.Input) {
    this.setData({ phone: detail.value, wrong: '', proved: false });
  },
  async save() {
    const { phone, t } = this.data;
    const wrong = wrongPhone(phone);
    this.setData({ wrong });
    if (wrong === '' && (await act(() => this.correct(phone), t.saved))) await this.load();
  },
  correct(phone: string) {
    const command = { type: 'correct', ...(phone && { phone }) } as const;
    return send({ process: 'account', id: this.me?.account ?? '', commandId: newId(), command });
  },
  async prove({ detail }: WechatMiniprogram.CustomEvent<{ code?: string }>) {
    const { code } = detail;
    if (code && (await act(() => provePhone(code), this.data.t.saved))) await this.load();
  },
  async copy() {
    const { me } = this;
    if (!me) return;
    const { t } = this.data;
    await act(async () => {
      await wx.setClipboardData({ data: copyText(me, await all(), now(), t) });
    }, t.copied);
  },
  async forget() {
    const { t } = this.data;
    if (!(await confirmed(t.forget, t.forgetAsk))) return;
    let open = 0;
    const done = await act(async () => {
      ({ open } = await forgetMe());
    }, t.forgotten);
    if (!done) return;
    dropAllDrafts();
    forgetSeen();
    if (open > 0) {
      void wx.hideToast();
      await wx.showModal({ title: t.forgotten, content: `${open} ${t.open}`, showCancel: false });
    }
    go(paths.home);
  },
});

/** Every appeal of mine, however many pages there are. */
async function all(): Promise<AppealView[]> {
  const found: AppealView[] = [];
  let after: Cursor | undefined;
  for (let more = true; more; ) {
    const page = await ask('mine', after ? { after } : {});
    found.push(...page.items);
    after = page.next;
    more = after !== undefined;
  }
  return found;
}
