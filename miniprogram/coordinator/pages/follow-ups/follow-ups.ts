import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { deskList } from '../../../lib/desk-list';
import { followUpCard } from '../../../lib/pursuit';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { detailPath } from '../../lib/paths';

const t = {
  own: copyOf('followUps'),
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  forms: copyOf('pursuitForms'),
};

deskList({
  t: t.own,
  desks: (['open', 'waiting', 'done'] as const).map((value) => ({ value, zh: t.own[value] })),
  first: async () => 'open',
  path: detailPath,

  async cards(desk, after) {
    const { items, next } = await ask('followUps', { desk, ...(after && { after }) });
    return { cards: items.map((each) => followUpCard(each, now(), t)), next };
  },
  async told(id) {
    const { view, moves } = await ask('followUp', { id });
    const waiting = view.called ? 'open' : 'waiting';
    return { desk: view.status === 'open' ? waiting : 'done', card: followUpCard({ view, moves }, now(), t) };
  },
  /** The number is asked for only when somebody is about to call. */
  async begin(to) {
    const { view } = await ask('followUp', { id: to.id });
    const { contact, onBehalfOf } = (await ask('appeal', { id: view.appeal })).view;
    const phone = contact?.phone ?? onBehalfOf?.phone ?? '';
    return { form: pursuitForm(to, { now: now(), script: view.script, phone }, t.forms), phone };
  },
});
