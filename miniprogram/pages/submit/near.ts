import { ask, Refused } from '../../lib/api';
import type { Copy } from '../../lib/copy';
import { type Nearby, words } from '../../lib/domain';
import type { Draft } from '../../lib/drafts';
import { Offline } from '../../lib/transport';

/** An open matter that is likely the same, as one sentence, and how it is followed. */
export interface NearShown {
  readonly id: string;
  readonly zh: string;
  /** This person is one of them already. */
  readonly mine: boolean;
  readonly follow: NonNullable<Draft['follow']>;
}

/** Shorter texts say too little to compare. */
const least = 8;
/** So many more characters, and it is asked again. */
const step = 10;

/** What an answer was given for: while it stays the same nothing is asked again. */
export function questionOf({ text, point, matter }: Draft): string {
  if (text.trim().length < least) return '';
  return [Math.floor(text.length / step), matter, point?.lng, point?.lat].join();
}

/** What others have reported there already; nothing where that cannot be known now. */
export async function nearTo({ text, point, matter }: Draft, t: Copy<'submit'>): Promise<NearShown[]> {
  try {
    const about = { ...(point && { point }), ...(matter && { matter }) };
    const { items } = await ask('nearby', { text: text.slice(0, 2000), ...about });
    return items.map((item) => nearShown(item, t));
  } catch (error) {
    if (error instanceof Refused || error instanceof Offline) return [];
    throw error;
  }
}

function nearShown({ id, matter, grid, people, mine, status }: Nearby, t: Copy<'submit'>): NearShown {
  return {
    id,
    zh: `${grid.zh}${t.already} ${people} ${t.people}「${matter.zh}」，${words.appealStatus[status].zh}`,
    mine,
    follow: { into: id, matter: matter.id, grid: grid.id },
  };
}
