import { ask } from '../../../lib/api';
import { now } from '../../../lib/clock';
import { copyOf } from '../../../lib/copy';
import { deskList } from '../../../lib/desk-list';
import type { Role } from '../../../lib/domain';
import { supervisionCard } from '../../../lib/pursuit';
import { pursuitForm } from '../../../lib/pursuit-forms';

const t = {
  own: copyOf('supervisions'),
  desk: copyOf('desk'),
  urgency: copyOf('urgency'),
  forms: copyOf('pursuitForms'),
};
const street: readonly Role[] = ['coordinator', 'streetLeader', 'secretary', 'supervisor'];

deskList({
  t: t.own,
  desks: (['unit', 'street', 'done'] as const).map((value) => ({ value, zh: t.own[value] })),
  first: async () => 'unit',
  path: (appeal) => `/coordinator/pages/appeal/appeal?id=${appeal}`,

  /** `linked`: the street goes on to the appeal. */
  async cards(desk, after) {
    const [{ items, next }, { roles }] = await Promise.all([
      ask('supervisions', { desk, ...(after && { after }) }),
      ask('me', {}),
    ]);
    const linked = street.some((role) => roles.includes(role));
    return { cards: items.map((each) => supervisionCard(each, now(), t)), next, linked };
  },
  async told(id) {
    const { view, moves } = await ask('supervision', { id });
    const desk = ({ open: 'unit', answered: 'street', lifted: 'done' } as const)[view.status];
    return { desk, card: supervisionCard({ view, moves }, now(), t) };
  },
  async begin(to) {
    return { form: pursuitForm(to, { now: now() }, t.forms) };
  },
});
