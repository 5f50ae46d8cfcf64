import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Usage } from './usage.ts';

/** Keeps secrets in the database unreadable without a key that is not in it: AES-256-GCM. */
export interface Seal {
  /** Good for this owner alone: the same text beside another name does not open. */
  seal(secret: Buffer, owner: string): string;
  /** Throws where the key is not there, or the text is not what was sealed. */
  open(sealed: string, owner: string): Buffer;
  /** The name of the key a text was sealed with, where it is not the first one. */
  staleKey(sealed: string): string | undefined;
  has(key: string): boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const cipher = 'aes-256-gcm';
const form = '名字:32 字节的 base64，几把用逗号隔开，第一把是现在用的';

/**
 * The keys of this machine, `FACTOR_KEYS=2026b:…,2026a:…`: the first one seals, all of them open. `undefined` where
 * none is set. Throws {@link Usage} without repeating what was given.
 */
export function sealOf({ FACTOR_KEYS: text }: Environment): Seal | undefined {
  if (!text) return undefined;
  const keys = new Map(text.split(',').map(keyIn));
  const [[newest, first] = keyIn('')] = keys;
  return {
    seal(secret, owner) {
      const iv = randomBytes(12);
      const sealing = createCipheriv(cipher, first, iv).setAAD(Buffer.from(owner));
      const bytes = Buffer.concat([iv, sealing.update(secret), sealing.final(), sealing.getAuthTag()]);
      return `${newest}:${bytes.toString('base64')}`;
    },
    open(sealed, owner) {
      const key = keys.get(nameIn(sealed));
      if (!key) throw new Error('sealed with a key that is not here');
      const bytes = Buffer.from(sealed.slice(sealed.indexOf(':') + 1), 'base64');
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner));
      opening.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([opening.update(bytes.subarray(12, -16)), opening.final()]);
    },
    staleKey: (sealed) => (nameIn(sealed) === newest ? undefined : nameIn(sealed)),
    has: (key) => keys.has(key),
  };
}

function nameIn(sealed: string): string {
  return sealed.slice(0, Math.max(sealed.indexOf(':'), 0));
}

function keyIn(text: string): [string, Buffer] {
  const [, name = '', bytes = ''] = /^\s*([\w-]{1,20}):([A-Za-z0-9+/]{43}=)\s*$/.exec(text) ?? [];
  if (name === '') throw new Usage(`FACTOR_KEYS 的写法不对，应是 ${form}。`);
  return [name, Buffer.from(bytes, 'base64')];
}
