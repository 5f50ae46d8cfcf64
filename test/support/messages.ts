import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { type Message, WeChatFault } from '../../cloudfunctions/wechat/port.ts';
import { accountOf } from '../../domain/account/account.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { defaultMessages, type MessageRules, type Purpose } from '../../domain/office/messages.ts';
import type { Office } from '../../domain/office/office.ts';
import type { Call } from './desk.ts';
import { Desk } from './desk.ts';
import { office } from './office.ts';

export const templates = {
  progress: { id: 'TEMPLATE-progress', fields: { what: 'thing1', number: 'character_string2', at: 'time3' } },
  work: { id: 'TEMPLATE-work', fields: { what: 'thing1', number: 'character_string2' } },
} as const;

/** The street of the tests, sending messages. */
export function tellingOffice(part: Partial<MessageRules> = {}): Office {
  const messages = { ...defaultMessages, templates, ...part };
  return { ...office, rules: { ...office.rules, messages } };
}

/** A desk whose messages go to `send`. */
export function openTelling(
  send: (message: Message) => Promise<void>,
  part: Partial<MessageRules> = {},
  cloud: Partial<Cloud> = {},
): Promise<Desk> {
  const office = tellingOffice(part);
  return Desk.open((store) => store, { office: async () => office, weChat: { send }, ...cloud });
}

export function agrees(actor: Actor, purpose: Purpose = 'progress', accepted = true): Call {
  const command = { type: 'consent', answers: [{ purpose, accepted }] };
  return [actor, 'account', accountOf(actor.id), command];
}

/** WeChat says no with this code; 0 says nothing at all. */
export function fault(code: number, fate: WeChatFault['fate'] = 'retry'): WeChatFault {
  return new WeChatFault('send', code, fate);
}
