import { copyOf } from '../../lib/copy';
import type { Draft } from '../../lib/drafts';
import { type Heard, isListening, speak } from '../../lib/voice';

/** The page on which somebody speaks. */
interface Page {
  readonly draft: Draft;
  setData(part: { readonly speaking?: boolean; readonly unheard?: string }): void;
  set(part: Partial<Draft>): void;
  save(): void;
}

/** Takes what is said into the draft; says why where there is nothing to take. */
export async function listen(page: Page, longest: number): Promise<void> {
  if (isListening()) return;
  const heard = await speak(longest, () => page.setData({ speaking: true, unheard: '' }));
  page.setData({ speaking: false, unheard: whyOf(heard) });
  if (typeof heard === 'string') return;
  page.set({ recordings: [...(page.draft.recordings ?? []), heard] });
  page.save();
}

function whyOf(heard: Heard): string {
  return typeof heard === 'string' && heard !== 'dropped' ? copyOf('voice')[heard] : '';
}
