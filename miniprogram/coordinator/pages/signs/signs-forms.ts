import type { copyOf } from '../../../lib/copy';
import type { RoutingQueries, SignCommand } from '../../../lib/domain';
import type { Form } from '../../../lib/form';

type Sign = RoutingQueries['signs']['output']['items'][number];
type Copy = ReturnType<typeof copyOf<'signs'>>;

/** What might be done with a sign, its words already written; they may be changed before they go. */
export function signForm(type: SignCommand['type'], sign: Sign, t: Copy): Form {
  const { id, grid, matter, appeals } = sign;
  const drafts = { patrol: sign.patrol, table: sign.agenda, dismiss: '' };
  const labels = { patrol: t.patrolWords, table: t.tableWords, dismiss: t.dismissWords };
  const hints = { patrol: `${t.patrolHint}${sign.lead}`, table: t.tableHint, dismiss: t.dismissHint };
  return {
    ...{ process: 'sign', id, type, title: t[type], done: t.done },
    fields: [
      ...([
        { name: 'words', label: labels[type], hint: hints[type], kind: 'words', max: 500, least: 4 },
      ] as const),
    ],
    first: { words: drafts[type] },
    beside: {
      grid: grid.id,
      matter: matter.id,
      appeals: appeals.map(({ id, number }) => ({ id, number })),
      ...(type !== 'dismiss' && { into: intoOf(type, appeals[0]?.id) }),
    },
  };
}

/** The same evidence opens the same thing, whoever taps first; ids are at most 64 characters long. */
function intoOf(type: string, newest = ''): string {
  return `${type}-${newest}`.slice(0, 64);
}
