import { openWeChat } from '../../cloudfunctions/wechat/https.ts';
import { type WeChat, WeChatFault } from '../../cloudfunctions/wechat/port.ts';
import type { Credentials } from '../../cloudfunctions/wechat/tokens.ts';
import type { DemoPerson } from '../office/people.ts';
import { pickerOf } from './demo.ts';
import type { Exchange } from './sessions.ts';

/** How people say who they are: WeChat knows them, or they pick one of the demonstration's people. */
export interface Identity {
  readonly picker: boolean;
  readonly exchange: Exchange;
  /** Where WeChat can be reached. */
  readonly weChat?: WeChat;
}

/** `base`: WeChat's own address if not said. */
export function identityOf(
  people: readonly DemoPerson[],
  credentials?: Credentials & { readonly base?: string },
): Identity {
  if (!credentials) return { picker: true, exchange: pickerOf(people) };
  const weChat = openWeChat(credentials);
  return {
    picker: false,
    weChat,
    async exchange(code) {
      try {
        return (await weChat.exchange(code)).openid;
      } catch (error) {
        if (error instanceof WeChatFault && isNobody(error.code)) return undefined;
        throw error;
      }
    },
  };
}

/** The code is wrong, used or too old, or WeChat keeps this person out; anything else is a fault of ours or of the line. */
function isNobody(code: number): boolean {
  return [40029, 40163, 40226].includes(code);
}
