import { newId, type Order, send } from '../../lib/api';
import { now } from '../../lib/clock';
import { copyOf } from '../../lib/copy';
import { type AppealCommand, appealInput, words } from '../../lib/domain';
import { errorsOf } from '../../lib/errors';
import { act, loading, show } from '../../lib/screen';
import { askOrRecall, noteOf, recall } from '../../lib/seen';
import { contentOf, options } from './content';

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
  begin({ detail }: WechatMiniprogram.CustomEvent<{ type: 'rate' | 'withdraw' }>) {
    this.commandId = newId();
    this.setData({ flow: detail.type, answer: blank, errors: {} });
  },
  close() {
    this.setData({ flow: '' });
  },
  fill({ detail, currentTarget }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [`answer.${currentTarget.dataset.field}`]: detail.value });
  },
  rate() {
    return this.make({ type: 'rate', ...filled(this.data.answer) } as AppealCommand, this.data.t.rated);
  },
  withdraw() {
    const { words: said } = this.data.answer;
    return this.make({ type: 'withdraw', ...(said.trim() && { words: said }) }, this.data.t.withdrawn);
  },
  async make(command: AppealCommand, done: string) {
    const errors = errorsOf(appealInput, command);
    this.setData({ errors });
    if (Object.keys(errors).length > 0) return;
    const order: Order<'appeal'> = { process: 'appeal', id: this.id, commandId: this.commandId, command };
    if (await act(() => send(order), done)) this.close();
    await this.reload();
  },
});

function filled({ words: said, ...chosen }: Answer) {
  return said.trim() ? { ...chosen, words: said } : chosen;
}
