import { news, sent } from '../../browser/runtime/host/live.ts';
import type { Phone } from './phones.ts';

/** How long a phone may send one thing after another before the others hear of it, in ms. */
const patience = 300;

/** What one phone has sent shows in the others. Returns how to tell all of them. */
export function keepTogether(phones: readonly Phone[]): () => void {
  let waiting = new Set<Phone>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    for (const phone of waiting) phone.window()?.postMessage(news, location.origin);
    waiting = new Set();
  };
  window.addEventListener('message', ({ origin, data, source }) => {
    if (origin !== location.origin || data !== sent) return;
    for (const phone of phones) if (phone.window() !== source) waiting.add(phone);
    clearTimeout(timer);
    timer = setTimeout(tell, patience);
  });
  return () => {
    waiting = new Set(phones);
    tell();
  };
}
