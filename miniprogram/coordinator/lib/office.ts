import { ask, type Linked } from '../../lib/api';
import type { PublicOffice } from '../../lib/domain';

let known: Promise<Linked<PublicOffice>> | undefined;

/** Something about it was changed: it is asked for again. */
export function forgetOffice(): void {
  known = undefined;
}

/** The office, asked for once while the mini-program runs; after a failure it is asked for again. */
export function office(): Promise<Linked<PublicOffice>> {
  known ??= ask('office', {}).catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}
