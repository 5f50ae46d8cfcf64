import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Verdict } from './port.ts';
import { verdictOf } from './verdict.ts';

/** What was filled in where WeChat's messages are pushed to: 安全模式, JSON. */
export interface PushSetting {
  readonly appid: string;
  readonly token: string;
  /** EncodingAESKey: 43 characters. */
  readonly aesKey: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The setting of this machine; `undefined` where no pushes are taken. */
export function pushSetting(environment: Environment): PushSetting | undefined {
  const { WECHAT_APPID: appid, WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_KEY: aesKey } = environment;
  return appid && token && aesKey ? { appid, token, aesKey } : undefined;
}

/** The query of a push. */
export type PushQuery = Readonly<Record<string, string | undefined>>;

/** WeChat's verdict on a picture. */
export interface MediaVerdict {
  readonly trace: string;
  readonly verdict: Verdict;
}

/** What WeChat waits for: without it the same push comes three times more. */
export const received = 'success';

const letter = v.looseObject({ Encrypt: v.pipe(v.string(), v.maxLength(100_000)) });
const checked = v.looseObject({
  Event: v.literal('wxa_media_check'),
  appid: v.string(),
  trace_id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.looseObject({ suggest: v.optional(v.unknown()) })),
  isrisky: v.optional(v.number()),
});

/** The `echostr` to answer when WeChat tries the address; `undefined` when it was not WeChat. */
export function echoOf({ token }: PushSetting, query: PushQuery): string | undefined {
  const { signature = '', timestamp = '', nonce = '', echostr } = query;
  return isSigned(signature, token, timestamp, nonce) ? echostr : undefined;
}

/**
 * The verdict in a push; `undefined` for what WeChat did not send, and for what is no verdict. Only encrypted
 * pushes count: the signature of a plain one does not cover what it says.
 * Source: 消息推送, 安全模式; mediaCheckAsync, 异步检测结果推送.
 */
export function mediaVerdict(setting: PushSetting, query: PushQuery, body: string): MediaVerdict | undefined {
  const sealed = v.safeParse(letter, plain(body));
  if (!sealed.success) return undefined;
  const { Encrypt: secret } = sealed.output;
  const { msg_signature = '', timestamp = '', nonce = '' } = query;
  if (!isSigned(msg_signature, setting.token, timestamp, nonce, secret)) return undefined;
  const event = v.safeParse(checked, plain(opened(setting, secret) ?? ''));
  if (!event.success || event.output.appid !== setting.appid) return undefined;
  return { trace: event.output.trace_id, verdict: said(event.output) };
}

/** What could not be looked at is for a person to look at. */
function said({ errcode, result, isrisky }: v.InferOutput<typeof checked>): Verdict {
  if (errcode !== 0) return 'review';
  return isrisky === 1 ? 'risky' : verdictOf(result?.suggest);
}

function isSigned(signature: string, ...parts: readonly string[]): boolean {
  const right = createHash('sha1').update(parts.toSorted().join('')).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}

/** 16 random bytes, 4 of length, the message, the appid; padded to 32 bytes. `undefined` when it is not that. */
function opened({ appid, aesKey }: PushSetting, secret: string): string | undefined {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const bytes = Buffer.concat([decipher.update(secret, 'base64'), decipher.final()]);
    const end = 20 + bytes.readUInt32BE(16);
    const owner = bytes.toString('utf8', end, bytes.length - (bytes.at(-1) ?? 0));
    return owner === appid ? bytes.toString('utf8', 20, end) : undefined;
  } catch {
    return undefined;
  }
}

function plain(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
