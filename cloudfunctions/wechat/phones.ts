import { createHash } from 'node:crypto';
import { type Phone, WeChatFault } from './port.ts';

/** How long an answer is kept, in ms: longer than a phone on a weak line tries again. */
const span = 600_000;

interface Kept {
  readonly openid: string;
  readonly until: number;
  readonly phone: Promise<Phone>;
}

/**
 * Asks for the number behind a code once, however often it is wanted within ten minutes, in this process; the
 * code itself is kept only as its hash. Throws a {@link WeChatFault} for somebody else's code.
 */
export function phonesOnce(ask: (code: string, openid: string) => Promise<Phone>, now: () => number) {
  const kept = new Map<string, Kept>();
  return async (code: string, openid: string): Promise<Phone> => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
    const key = createHash('sha256').update(code).digest('hex');
    const known = kept.get(key);
    if (known && known.openid !== openid) throw new WeChatFault('phone', 40029, 'final');
    if (known) return known.phone;
    const phone = ask(code, openid);
    kept.set(key, { openid, until: now() + span, phone });
    phone.catch(() => kept.delete(key));
    return phone;
  };
}
