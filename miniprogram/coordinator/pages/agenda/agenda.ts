import { ask, newId } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { ifThere, toldFirst } from '../../../lib/desk-list';
import { type TopicView, words } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { go } from '../../../lib/go';
import { type PursuitCard, topicCard } from '../../../lib/pursuit';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { loading, show } from '../../../lib/screen';
import { detailPath, meetingPath } from '../../lib/paths';
import { type Kind, type MeetingRow, mayConvene, mayRaise, meetingRows } from './agenda-shown';

const t = { own: copyOf('agenda'), forms: copyOf('pursuitForms') };
const kinds = (['weekly', 'monthly', 'joint'] as const).map((value) => ({ value, zh: words.step[value].zh }));

Page({
  data: {
    ...loading,
    t: t.own,
    kinds,
    kind: '' as Kind | '',
    meetings: [] as readonly MeetingRow[],
    cards: [] as readonly PursuitCard[],
    canConvene: false,
    canRaise: false,
    form: null as Form | null,
  },

  id: '',

  onLoad({ id = '' }: { id?: string }) {
    this.id = id;
  },
  onShow() {
    void this.load();
  },
  onPullDownRefresh() {
    void this.load();
  },

  load() {
    return show(this, async () => {
      const told = this.id ? (await ifThere(ask('topic', { id: this.id })))?.view : undefined;
      const kind = this.data.kind || told?.agenda || 'weekly';
      const [topics, open, past, { roles }] = await Promise.all([
        ask('topics', { agenda: kind }),
        ask('meetings', { desk: 'open' }),
        ask('meetings', { desk: 'done' }),
        ask('me', {}),
      ]);
      if (this.data.kind && kind !== this.data.kind) return {};
      const cardOf = (view: TopicView) => topicCard(view, now(), { own: t.own });
      return {
        kind,
        meetings: meetingRows({ open: open.items, past: past.items }, kind, now(), t.own),
        cards: toldFirst(told?.agenda === kind ? cardOf(told) : undefined, topics.items.map(cardOf)),
        canConvene: mayConvene(roles),
        canRaise: mayRaise(roles),
      };
    });
  },
  toKind({ currentTarget }: { currentTarget: { dataset: { value: Kind } } }) {
    const kind = currentTarget.dataset.value;
    if (kind === this.data.kind) return;
    this.setData({ kind, cards: [], meetings: [], phase: 'loading', note: '' });
    void this.load();
  },
  convene() {
    this.begin({ process: 'meeting', id: `meeting-${newId()}`, type: 'convene' });
  },
  raise() {
    this.begin({ process: 'topic', id: `topic-${newId()}`, type: 'raise' });
  },
  begin(to: Pick<Form, 'process' | 'id' | 'type'>) {
    const form = pursuitForm(to, { now: now(), agenda: this.data.kind || 'weekly' }, t.forms);
    if (form) this.setData({ form });
  },
  toMeeting({ currentTarget }: { currentTarget: { dataset: { id: string } } }) {
    go(meetingPath(currentTarget.dataset.id));
  },
  open({ detail }: { detail: { appeal: string } }) {
    go(detailPath(detail.appeal));
  },
  close() {
    this.setData({ form: null });
  },
  done() {
    this.setData({ form: null });
    void this.load();
  },
});
