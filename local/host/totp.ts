import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** One-time passwords by time, as every authenticator app makes them: RFC 6238 with SHA-1, 30 s, 6 digits. */
const period = 30_000;
const digits = 6;
/** A code of the step before and of the one after is good too: clocks differ, people type slowly. */
const drift = [0, -1, 1];

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits, as RFC 4226 wants them. */
export function newSecret(): Buffer {
  return randomBytes(20);
}

/** RFC 4648, without padding. */
export function base32(bytes: Uint8Array): string {
  let [text, held, bits] = ['', 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** The code of a step: how many periods have gone by since 1970. */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step a code is of; `undefined` when it is of none near `now`. Epoch ms. */
export function stepOf(secret: Uint8Array, code: string, now: number): number | undefined {
  const given = Buffer.from(code);
  if (given.length !== digits) return undefined;
  const current = Math.floor(now / period);
  const steps = drift.map((apart) => current + apart);
  const fits = steps.filter((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), given));
  return fits[0];
}

/** What an authenticator app reads from a QR code, or by hand. */
export function uriOf(secret: Uint8Array, person: string, office: string): string {
  const label = encodeURIComponent(`${office}:${person}`);
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(office)}`;
}
