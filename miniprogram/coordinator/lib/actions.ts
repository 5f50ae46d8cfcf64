import { newId, send } from '../../lib/api';
import type { AppealCommand, Explained } from '../../lib/domain';
import { sentenceOf } from '../../lib/screen';
import { acceptOf, unitsOf } from './proposal';

/** How far two orders got: `half` when the first one stands and the second does not. */
export interface Went {
  readonly far: 'none' | 'half' | 'all';
  readonly sentence: string;
}

/** What follows on the acceptance: to the unit proposed, or to the grid's own worker first. */
export type Next = 'dispatch' | 'entrust';

/** Two orders, each with an id of its own, so that a second try repeats neither. */
export type Twice = Readonly<Record<'accept' | Next, string>>;

export const twice = (): Twice => ({ accept: newId(), dispatch: newId(), entrust: newId() });

/** 受理，再派单或者先交网格: one after the other, saying which is under way. */
export async function acceptAnd(
  next: Next,
  appeal: string,
  proposal: Explained,
  ids: Twice,
  say: (step: 1 | 2) => void,
): Promise<Went> {
  const order = (commandId: string, command: AppealCommand) =>
    send({ process: 'appeal', id: appeal, commandId, command });
  let far: Went['far'] = 'none';
  try {
    say(1);
    await order(ids.accept, acceptOf(proposal));
    far = 'half';
    say(2);
    await order(ids[next], followed[next](proposal));
    return { far: 'all', sentence: '' };
  } catch (error) {
    return { far, sentence: sentenceOf(error) };
  }
}

const followed: Readonly<Record<Next, (proposal: Explained) => AppealCommand>> = {
  dispatch: (proposal) => ({ type: 'dispatch', units: unitsOf(proposal) }),
  entrust: () => ({ type: 'entrust', step: 'grid' }),
};
