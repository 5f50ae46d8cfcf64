import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { deskList } from '../../../lib/desk-list';
import { askingOf, firstDesk, objectionCard, requestCard } from '../../../lib/leave';
import { leaveForm } from '../../../lib/leave-forms';
import { detailPath } from '../../lib/paths';

const t = { leave: copyOf('leave'), urgency: copyOf('urgency'), forms: copyOf('leaveForms') };

deskList({
  t: t.leave,
  desks: (['open', 'coordinator', 'leader', 'none'] as const).map((value) => ({ value, zh: t.leave[value] })),
  first: async () => firstDesk((await ask('me', {})).roles),
  path: detailPath,

  async cards(desk, after) {
    const from = after && { after };
    if (desk === 'open') {
      const { items, next } = await ask('objections', { desk, ...from });
      return { cards: items.map((each) => objectionCard(each, now(), t)), next };
    }
    const { items, next } = await ask('requests', { desk, ...from });
    return { cards: items.map((each) => requestCard(each, now(), t)), next };
  },
  async begin(to) {
    return { form: leaveForm(to, { ...askingOf(undefined), units: [] }, t.forms) };
  },
});
