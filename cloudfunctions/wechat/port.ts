/** WeChat's server API, as far as the office needs it. Every call may throw a {@link WeChatFault}. */
export interface WeChat {
  /** Whom a login code of `wx.login` stands for. A code is good once, for five minutes. */
  exchange(code: string): Promise<Login>;
  /**
   * The phone number behind a code of `getPhoneNumber`, which must be this person's. A code is good and paid for
   * once; asking again within ten minutes gives the same answer without asking WeChat.
   */
  phone(code: string, openid: string): Promise<Phone>;
  /** What WeChat says of a text, of any length; the gravest verdict of its parts. */
  checkText(text: Text): Promise<Verdict>;
  /** Asks for a picture to be looked at, a recording to be listened to; the verdict is pushed within 30 minutes under the trace. */
  checkMedia(media: Media): Promise<{ readonly trace: string }>;
  /** Sends a subscription message. When no answer came it may have been sent all the same. */
  send(message: Message): Promise<void>;
}

export interface Login {
  readonly openid: string;
  readonly unionid?: string;
}

export interface Phone {
  /** Without the country's code. */
  readonly number: string;
  readonly country: string;
}

/** `review` and `risky` hide a text from the public until a person has looked; they never refuse it. */
export type Verdict = 'pass' | 'review' | 'risky';

/** Who wrote it must have been in the mini-program within the last two hours. */
export interface Text {
  readonly openid: string;
  readonly content: string;
}

export interface Media {
  readonly openid: string;
  readonly kind: 'picture' | 'sound';
  /** An address WeChat can load for half an hour. A picture is JPEG or PNG; at most 10 MB. */
  readonly url: string;
}

export interface Message {
  readonly openid: string;
  readonly template: string;
  /** The page that opens on a tap, with its query. */
  readonly page: string;
  /** Rendered values by the template's own names, such as `thing1`. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * What can be done about a fault: `final`, the same call will never succeed; `retry`, later it may; `quota`, the
 * minute's or the day's calls are used up.
 */
export type Fate = 'final' | 'retry' | 'quota';

/** WeChat said no, or nothing that could be read. Carries no secret, no openid and no text. */
export class WeChatFault extends Error {
  /** WeChat's `errcode`; 0 when there was no answer, or one that cannot be right. */
  readonly code: number;
  readonly fate: Fate;

  constructor(call: string, code: number, fate: Fate) {
    super(`wechat ${call} ${code} ${fate}`);
    this.name = 'WeChatFault';
    this.code = code;
    this.fate = fate;
  }
}
