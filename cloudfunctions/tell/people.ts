import type { Actor } from '../../domain/kernel/process.ts';
import { isHand } from '../../domain/office/hands.ts';
import type { Purpose } from '../../domain/office/messages.ts';
import type { Cloud } from '../cloud.ts';
import { actorOf } from '../people.ts';
import type { Doc } from '../store.ts';

interface OnRoster extends Doc, Pick<Actor, 'unit' | 'grids'> {
  readonly roles?: Actor['roles'];
}

const page = 500;

/** Who reads which inbox; the roster is read once. */
export function readersOf(cloud: Cloud) {
  let roster: Promise<readonly OnRoster[]> | undefined;
  return async (to: string): Promise<readonly Actor[]> => {
    const [kind, name = ''] = partsOf(to);
    if (kind === 'person') return [await actorOf(cloud, name)];
    roster ??= wholeRoster(cloud);
    const people = (await roster).filter(({ roles = [], ...home }) =>
      kind === 'unit' ? isHand({ ...home, roles }, name) : roles.some((role) => role === name),
    );
    return Promise.all(people.map(({ _id }) => actorOf(cloud, _id)));
  };
}

/** 诉求进展 goes to a person for his own sake, 待办 to whoever of a unit or a role has work. */
export function purposeOf(to: string): Purpose {
  return partsOf(to)[0] === 'person' ? 'progress' : 'work';
}

function partsOf(to: string): [string, string] {
  const colon = to.indexOf(':');
  return [to.slice(0, colon), to.slice(colon + 1)];
}

async function wholeRoster(cloud: Cloud): Promise<OnRoster[]> {
  const all: OnRoster[] = [];
  for (let more = true; more; ) {
    const last = all.at(-1);
    const after = last && { after: { value: null, id: last._id } };
    const found = await cloud.store.find<OnRoster>({
      collection: 'person',
      where: {},
      limit: page,
      ...after,
    });
    all.push(...found);
    more = found.length === page;
  }
  return all;
}
