import * as v from 'valibot';
import { isStale } from './codes.ts';
import { type Asked, openLine } from './line.ts';
import { phonesOnce } from './phones.ts';
import { type Phone, type Text, type Verdict, type WeChat, WeChatFault } from './port.ts';
import { type Credentials, openTokens } from './tokens.ts';
import { gravest, verdictOf } from './verdict.ts';

export interface Setting extends Credentials {
  /** WeChat's own address if not said. */
  readonly base?: string;
  /** How long one answer is waited for, in ms; 5,000 if not said. */
  readonly patience?: number;
  /** Epoch ms; the machine's clock if not said. */
  now?(): number;
}

const word = v.pipe(v.string(), v.minLength(1));
const done = v.looseObject({});
const session = v.looseObject({ openid: word, unionid: v.optional(word) });
const numbered = v.looseObject({
  phone_info: v.looseObject({
    purePhoneNumber: v.pipe(v.string(), v.regex(/^\d{5,20}$/)),
    countryCode: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
    watermark: v.looseObject({ appid: v.string() }),
  }),
});
const suggested = v.looseObject({ result: v.looseObject({ suggest: v.string() }) });
const traced = v.looseObject({ trace_id: word });

/** 2 评论: what a resident writes is meant for others to read. */
const scene = 2;
const version = 2;
const mediaTypes = { sound: 1, picture: 2 } as const;
/** The most WeChat reads at once, in characters. */
const longest = 2500;

/** {@link WeChat} over HTTPS with an appid and its secret. Holds one access token, writes no log. */
export function openWeChat({
  appid,
  secret,
  base = 'https://api.weixin.qq.com',
  patience = 5000,
  now = Date.now,
}: Setting): WeChat {
  const line = openLine(base, patience);
  const tokens = openTokens(line, { appid, secret }, now);

  /** A stale token is replaced once; what comes then is the answer. */
  async function ask<Answer>(asked: Asked, schema: v.GenericSchema<unknown, Answer>): Promise<Answer> {
    const token = await tokens.current();
    const call = (access_token: string) => line.ask({ ...asked, query: { access_token } }, schema);
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof WeChatFault) || !isStale(error.code)) throw error;
      return call(await tokens.instead(token));
    }
  }

  async function phone(code: string, openid: string): Promise<Phone> {
    const body = { code, openid };
    const { phone_info: info } = await ask(
      { call: 'phone', path: '/wxa/business/getuserphonenumber', body },
      numbered,
    );
    if (info.watermark.appid !== appid) throw new WeChatFault('phone', 0, 'final');
    return { number: info.purePhoneNumber, country: info.countryCode };
  }

  async function checkPart({ openid, content }: Text): Promise<Verdict> {
    const body = { version, scene, openid, content };
    try {
      const { result } = await ask({ call: 'checkText', path: '/wxa/msg_sec_check', body }, suggested);
      return verdictOf(result.suggest);
    } catch (error) {
      if (error instanceof WeChatFault && error.code === 87014) return 'risky';
      throw error;
    }
  }

  return {
    async exchange(js_code) {
      const query = { appid, secret, js_code, grant_type: 'authorization_code' };
      const asked = { call: 'exchange', path: '/sns/jscode2session', query };
      const { openid, unionid } = await line.ask(asked, session);
      return { openid, ...(unionid !== undefined && { unionid }) };
    },
    phone: phonesOnce(phone, now),
    async checkText({ openid, content }) {
      const verdicts = await Promise.all(
        partsOf(content).map((part) => checkPart({ openid, content: part })),
      );
      return gravest(verdicts);
    },
    async checkMedia({ openid, url, kind }) {
      const body = { version, scene, openid, media_url: url, media_type: mediaTypes[kind] };
      const { trace_id } = await ask({ call: 'checkMedia', path: '/wxa/media_check_async', body }, traced);
      return { trace: trace_id };
    },
    async send({ openid, template, page, fields }) {
      const data = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
      const kind = { miniprogram_state: 'formal', lang: 'zh_CN' };
      const body = { touser: openid, template_id: template, page, data, ...kind };
      await ask({ call: 'send', path: '/cgi-bin/message/subscribe/send', body }, done);
    },
  };
}

/** Pieces WeChat can read, never cut within a character. */
function partsOf(content: string): string[] {
  const characters = [...content];
  const count = Math.ceil(characters.length / longest);
  return Array.from({ length: count }, (_, n) => characters.slice(n * longest, (n + 1) * longest).join(''));
}
