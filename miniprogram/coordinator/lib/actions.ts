import { newId, send } from '../../lib/api';
import type { AppealCommand, Explained } from '../../lib/domain';
import { sentenceOf } from '../../lib/screen';
import { acceptOf, unitsOf } from './proposal';

/** How far two orders got: `half` when the first one stands and the second does not. */
export interface Went {
  readonly far: 'none' | 'half' | 'all';
  readonly sentence: string;
}

/** Two orders, each with an id of its own, so that a second try repeats neither. */
export interface Twice {
  readonly accept: string;
  readonly dispatch: string;
}

export const twice = (): Twice => ({ accept: newId(), dispatch: newId() });

/** 受理，再派单: one after the other, saying which is under way. */
export async function acceptAndDispatch(
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
    await order(ids.dispatch, { type: 'dispatch', units: unitsOf(proposal) });
    return { far: 'all', sentence: '' };
  } catch (error) {
    return { far, sentence: sentenceOf(error) };
  }
}
