import { newId, type Order, send } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import { type AppealCommand, appealInput, words } from '../../lib/domain';
import { errorsOf } from '../../lib/errors';
import type { Form } from '../../lib/form';
import { go, paths } from '../../lib/go';
import { act, confirmed, loading, show } from '../../lib/screen';
import { askOrRecall, noteOf, recall } from '../../lib/seen';
import { contentOf, options } from './content';
import { residentForm } from './forms';

type Content = ReturnType<typeof contentOf>;
type Answer = { readonly solved: string; readonly satisfied: string; readonly words: string };

const blank: Answer = { solved: '', satisfied: '', words: '' };

async function load(id: string) {
  const seen = await askOrRecall('appeal', { id });
  return { ...contentOf(seen.value, now()), note: noteOf(seen) };
}

function known(id: string) {
  const seen = recall('appeal', { id });
  return seen && contentOf(seen.value, now());
}

function said() {
  return {
    t: copyOf('appeal'),
    solvedOptions: options(words.solved),
    satisfiedOptions: options(words.satisfied),
  };
}

Page({
  data: {
    ...loading,
    ...({} as Partial<Content>),
    lines: [] as Content['lines'],
    links: {} as Content['links'],
    photos: [] as Content['photos'],
    moves: [] as Content['moves'],
    questions: [] as Content['questions'],
    form: null as Form | null,
    ...said(),
    markers: [] as { id: number; latitude: number; longitude: number }[],
    flow: '' as '' | 'rate' | 'withdraw',
    answer: blank,
    errors: {} as Record<string, string>,
  },
  id: '',
  commandId: '',
  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
    this.setData(said());
  },
  onShow() {
    void this.reload();
  },
  onPullDownRefresh() {
    void this.reload();
  },
  async reload() {
    await show(this, () => load(this.id), known(this.id));
    const { map } = this.data;
    this.setData({ markers: map ? [{ id: 1, ...map }] : [] });
  },
  copy() {
    void wx.setClipboardData({ data: this.data.number ?? '' });
  },
  openMap() {
    const { map, facts } = this.data;
    if (map) void wx.openLocation({ ...map, address: facts?.place ?? '' });
  },
  callChannel() {
    void wx.makePhoneCall({ phoneNumber: this.data.channel?.phone ?? '' }).catch(() => undefined);
  },
  /** The same trouble again: an appeal of its own, linked to this one. */
  relapse() {
    go(`${paths.submit}?relapse=${this.id}`);
  },
  begin({ detail }: WechatMiniprogram.CustomEvent<{ type: string }>) {
    const { type } = detail;
    const { t, questions } = this.data;
    const form = residentForm(this.id, type, questions, t);
    if (form) return this.setData({ form });
    this.commandId = newId();
    if (type === 'urge') void this.urge();
    else this.setData({ flow: type as 'rate' | 'withdraw', answer: blank, errors: {} });
  },
  close() {
    this.setData({ flow: '', form: null });
  },
  done() {
    this.close();
    void this.reload();
  },
  async urge() {
    const { t } = this.data;
    if (await confirmed(t.urge, t.urgeAsk)) await this.make({ type: 'urge' }, t.urged);
  },
  fill({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [`answer.${currentTarget.dataset.field}`]: detail.value });
  },
  rate() {
    return this.make({ type: 'rate', ...filled(this.data.answer) } as AppealCommand, this.data.t.rated);
  },
  withdraw() {
    const { words: said } = this.data.answer;
    return this.make(
      { type: 'withdraw', ...(said.trim() && { words: said }) },
      this.data.leaving?.done ?? '',
    );
  },
  async make(command: AppealCommand, done: string) {
    const errors = errorsOf(appealInput, command);
    this.setData({ errors });
    const [error] = Object.values(errors);
    if (error) return void wx.showToast({ title: error, icon: 'none' });
    const order: Order<'appeal'> = { process: 'appeal', id: this.id, commandId: this.commandId, command };
    if (await act(() => send(order), done)) this.close();
    await this.reload();
  },
});

function filled({ words: said, ...chosen }: Answer) {
  return said.trim() ? { ...chosen, words: said } : chosen;
}
