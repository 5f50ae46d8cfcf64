import type { Event, Missed } from '../kernel/process.ts';
import type { Purpose } from '../office/messages.ts';
import type { Account, Consent, Fact } from './account.ts';

/** More than anybody needs; WeChat itself keeps the true count. */
const most = 50;
/** Longer than a notice may wait to be sent, in ms. */
const remembered = 7 * 86_400_000;

export function evolve(account: Account | undefined, event: Event<Fact | Missed>): Account {
  const before = account ?? born(event);
  return { ...before, ...change(before, event) };
}

function born({ stream: id, by }: Event<unknown>): Account {
  return { id, status: 'open', owner: by.id, readAt: 0, credits: {}, told: [] };
}

function change(account: Account, { at, fact }: Event<Fact | Missed>): Partial<Account> {
  const { credits } = account;
  const told = account.told.filter((each) => at - each.at < remembered);
  switch (fact.type) {
    case 'read':
      return { readAt: fact.upTo };
    case 'consented':
      return { credits: fact.answers.reduce(consented, credits) };
    case 'spent': {
      const { purpose, notice } = fact;
      return { credits: moved(credits, purpose, -1), told: [...told, { notice, purpose, at }] };
    }
    case 'refunded': {
      const back = told.find(({ notice }) => notice === fact.notice);
      const rest = told.filter((each) => each !== back);
      return back ? { credits: moved(credits, back.purpose, 1), told: rest } : {};
    }
    case 'voided':
      return { credits: { ...credits, [fact.purpose]: 0 } };
    case 'verified':
      return { phone: { number: fact.phone, proved: true } };
    case 'corrected':
      return { phone: corrected(account, fact.phone) };
    case 'missed':
      return {};
  }
}

/** The same number again is still the one WeChat vouched for. */
function corrected({ phone }: Account, number: string | undefined): Account['phone'] {
  if (number === undefined) return undefined;
  return { number, proved: phone?.number === number && phone.proved };
}

function consented(credits: Account['credits'], { purpose, accepted }: Consent): Account['credits'] {
  return accepted ? moved(credits, purpose, 1) : credits;
}

function moved(credits: Account['credits'], purpose: Purpose, by: 1 | -1): Account['credits'] {
  return { ...credits, [purpose]: Math.min((credits[purpose] ?? 0) + by, most) };
}
