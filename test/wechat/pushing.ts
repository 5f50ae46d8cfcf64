import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export const appid = 'wx0123456789abcdef';
export const setting = { appid, token: 'AAAAA', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
export const event = {
  ToUserName: 'gh_9df7d78a1234',
  FromUserName: 'o4_t144jTUSEoxydysUA2E234_tc',
  CreateTime: 1626959646,
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid,
  trace_id: '60f96f1d-3845297a-1976a3ae',
  version: 2,
  detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
  errcode: 0,
  errmsg: 'ok',
  result: { suggest: 'pass', label: 100 },
};

export const sha1 = (...parts: readonly string[]) =>
  createHash('sha1').update(parts.toSorted().join('')).digest('hex');

/** As WeChat seals it. */
export function sealed(message: string, owner = appid, aesKey = setting.aesKey): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const bytes = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(owner)]);
  const pad = 32 - (bytes.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(bytes),
    cipher.update(Buffer.alloc(pad, pad)),
    cipher.final(),
  ]).toString('base64');
}

/** A push with its query, signed. */
export function pushed(
  message: object | string,
  secret = sealed(typeof message === 'string' ? message : JSON.stringify(message)),
) {
  const [timestamp, nonce] = ['1714036504', '1514711492'];
  const query = {
    signature: sha1(setting.token, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sha1(setting.token, timestamp, nonce, secret),
  };
  return { query, body: JSON.stringify({ ToUserName: 'gh_9df7d78a1234', Encrypt: secret }) };
}
