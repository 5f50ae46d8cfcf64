import { provePhone } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import type { Identity, Matter, Reminder } from '../../lib/domain';
import { isSecondTap } from '../../lib/double-tap';
import { type Draft, keepDraft, newDraft } from '../../lib/drafts';
import { go, paths } from '../../lib/go';
import { fate, flush, leave, listen, put, waiting } from '../../lib/outbox';
import { throwAway } from '../../lib/photos';
import { askToRemind } from '../../lib/remind';
import { confirmed, loading, sentenceOf } from '../../lib/screen';
import { askIfPossible } from '../../lib/seen';
import { settings } from '../../lib/settings';
import { stopSpeaking } from '../../lib/voice';
import { answerTo, behalves, consents, identities, refusalOf, wrongWith } from './content';
import { type NearShown, nearTo, questionOf } from './near';
import { again, introduced, opened } from './opened';
import { listen as hear } from './speaking';

type State = 'writing' | 'sending' | 'waiting' | 'sent';

function said() {
  const t = copyOf('submit');
  return {
    t,
    identities: identities(t),
    behalves: behalves(t),
    consents: consents(t),
    size: settings().size,
  };
}

Page({
  data: {
    ...loading,
    phase: 'ready',
    ...said(),
    state: 'writing' as State,
    draft: newDraft(),
    errors: {} as Record<string, string>,
    speaking: false,
    /** Why nothing was heard. */
    unheard: '',
    voice: { longest: 60, most: 3 },
    ...answerTo(newDraft(), []),
    number: '',
    near: [] as readonly NearShown[],
    notices: copyOf('notices'),
    privacy: copyOf('privacy'),
    says: copyOf('voice'),
    canProve: wx.canIUse('button.open-type.getPhoneNumber'),
    account: '',
    reminders: [] as readonly Reminder[],
  },
  draft: newDraft(),
  matters: [] as readonly Matter[],
  /** What was last asked of the neighbourhood. */
  question: '',
  timer: undefined as ReturnType<typeof setTimeout> | undefined,
  handedAt: 0,
  onLoad({ id, relapse }: { id?: string; relapse?: string }) {
    this.draft = relapse ? again(relapse) : opened(id);
    const state = waiting(this.draft.id) ? 'waiting' : 'writing';
    this.setData({ ...said(), draft: this.draft, errors: refusalOf(this.draft), state });
    listen(this, () => this.hear());
    void this.learn();
    void this.introduce();
  },
  onHide() {
    void stopSpeaking();
    this.save();
  },
  onUnload() {
    leave(this);
    void stopSpeaking();
    this.save();
  },
  async learn() {
    const { value } = await askIfPossible('office', {});
    this.matters = value?.matters ?? [];
    if (value?.recording) this.setData({ voice: value.recording });
    this.answer();
  },
  async introduce() {
    const part = await introduced(() => this.draft);
    if (this.data.state === 'writing' && (part.name || part.phone)) this.set(part);
  },
  /** Every change goes to the phone's memory within half a second. */
  edit(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 400);
  },
  save() {
    if (this.timer !== undefined) clearTimeout(this.timer);
    this.timer = undefined;
    if (this.data.state !== 'writing') return;
    this.answer();
    this.correct();
    keepDraft(this.draft);
    void this.lookAround();
  },
  /** Says what others have reported there already; it holds up nothing. */
  async lookAround() {
    const question = questionOf(this.draft);
    if (question === this.question) return;
    this.question = question;
    const near = question === '' ? [] : await nearTo(this.draft, this.data.t);
    if (question === this.question && near.length + this.data.near.length > 0) this.setData({ near });
  },
  /** What has been put right is no longer complained of. */
  correct() {
    if (Object.keys(this.data.errors).length > 0) this.setData({ errors: wrongWith(this.draft).errors });
  },
  answer() {
    const answer = answerTo(this.draft, this.matters);
    this.draft = { ...this.draft, matter: answer.matter?.id };
    if (changed(answer, this.data)) this.setData(answer);
  },
  write({ detail, currentTarget }: WechatMiniprogram.Input) {
    this.edit({ [currentTarget.dataset.field]: detail.value });
  },
  choose({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ value: Identity }>) {
    this.set({ [currentTarget.dataset.field]: detail.value });
  },
  set(part: Partial<Draft>) {
    this.edit(part);
    this.setData({ draft: this.draft });
  },
  photograph({ detail }: WechatMiniprogram.CustomEvent<{ paths: string[] }>) {
    this.set({ photos: detail.paths });
    this.save();
  },
  /** A tap begins, a tap ends. */
  async speak() {
    await (this.data.speaking ? stopSpeaking() : hear(this, this.data.voice.longest));
  },
  unsay({ detail }: WechatMiniprogram.CustomEvent<{ index: number }>) {
    const recordings = this.draft.recordings ?? [];
    throwAway(recordings.slice(detail.index, detail.index + 1).map(({ path }) => path));
    this.set({ recordings: recordings.filter((_, place) => place !== detail.index) });
    this.save();
  },
  /** The phone WeChat vouches for; whoever says no writes it himself. */
  async prove({ detail }: WechatMiniprogram.CustomEvent<{ code?: string }>) {
    const { code } = detail;
    if (!code) return;
    try {
      this.set({ phone: (await provePhone(code)).phone });
    } catch (error) {
      void wx.showToast({ title: sentenceOf(error), icon: 'none' });
    }
  },
  behalf({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.set({ behalf: detail.value === 'other' });
  },
  nowhere() {
    this.set({ nowhere: !this.draft.nowhere });
  },
  async pick() {
    const place = await wx.chooseLocation({}).catch(() => undefined);
    if (!place) return;
    const point = { lng: place.longitude, lat: place.latitude };
    this.set({ point, address: this.draft.address || `${place.address}${place.name}`.slice(0, 120) });
  },
  notThis() {
    const { matter } = this.data;
    if (matter) this.edit({ notThese: [...this.draft.notThese, matter.id] });
    this.answer();
  },
  call(event: WechatMiniprogram.TouchEvent) {
    void wx.makePhoneCall({ phoneNumber: event.currentTarget.dataset.number }).catch(() => undefined);
  },
  async submit() {
    await stopSpeaking();
    if (this.data.state !== 'writing') return;
    this.answer();
    const { errors, first } = wrongWith(this.draft);
    this.setData({ errors });
    if (first !== undefined) return void wx.pageScrollTo({ selector: `#${first}`, offsetTop: -16 });
    await this.hand();
  },
  /** Goes along with one of the others, instead of writing it again. */
  async follow({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { t, near, state } = this.data;
    const chosen = near[currentTarget.dataset.place];
    if (state !== 'writing' || !chosen || !(await confirmed(t.follow, `${chosen.zh}。${t.followAsk}`)))
      return;
    this.set({ follow: chosen.follow });
    await this.hand();
  },
  /** From here the outbox sees to it. */
  async hand() {
    if (this.data.state !== 'writing') return;
    this.setData({ state: 'sending' });
    this.handedAt = Date.now();
    put(this.draft, now());
    await this.again();
  },
  async again() {
    this.setData({ state: 'sending' });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    await flush();
    await this.settle();
  },
  hear() {
    if (fate(this.draft.id) !== 'waiting') void this.settle();
  },
  /** Draws what has become of it. */
  async settle() {
    if (this.data.state === 'writing' || this.data.state === 'sent') return;
    const became = fate(this.draft.id);
    if (became === 'waiting') return this.setData({ state: 'waiting' });
    if (became === 'refused') return this.refused();
    this.setData({ state: 'sent' });
    const { value } = await askIfPossible('appeal', { id: this.draft.id });
    this.setData({ number: value?.view.number ?? '' });
    await this.offer();
  },
  /** Where the office sends messages, WeChat can tell of the progress. */
  async offer() {
    const [me, inbox] = await Promise.all([askIfPossible('me', {}), askIfPossible('notices', {})]);
    this.setData({ account: me.value?.account ?? '', reminders: inbox.value?.reminders ?? [] });
  },
  async remind() {
    const { reminders, account } = this.data;
    if (await askToRemind(reminders, account, copyOf('notices'))) this.setData({ reminders: [] });
  },
  refused() {
    this.draft = opened(this.draft.id);
    this.setData({ state: 'writing', draft: this.draft, errors: refusalOf(this.draft) });
  },
  copy() {
    void wx.setClipboardData({ data: this.data.number });
  },
  progress() {
    void wx.redirectTo({ url: `${paths.appeal}?id=${this.draft.id}` });
  },
  home() {
    if (!isSecondTap(this.handedAt)) go(paths.home);
  },
});

type Given = ReturnType<typeof answerTo>;

function changed(next: Given, last: Given): boolean {
  return (
    next.length !== last.length ||
    JSON.stringify([next.matter, next.emergency]) !== JSON.stringify([last.matter, last.emergency])
  );
}
