import { storage } from '../../browser/runtime/wx/storage.ts';
import { complain } from '../../demo/page/parts.ts';

/** Instants are epoch ms. `own`: it is the one this page is in with. */
export interface OpenSession {
  readonly id: string;
  readonly kind: 'phone' | 'browser';
  readonly openedAt: number;
  readonly usedAt: number;
  readonly own: boolean;
}

export interface Enrolment {
  readonly passphrase: string;
  readonly secret: string;
  readonly uri: string;
}

type Fields = Readonly<Record<string, string>>;

/** The session is where the pages keep theirs: it is the same one. */
const tokenKey = 'session';
/** What spares this person, in this browser, the waits others bring about. */
const browserKey = 'onewhistle-browser';

export async function signIn(fields: Fields): Promise<boolean> {
  const browser = localStorage.getItem(browserKey);
  const signed = await ask<{ code: string; browser: string }>('POST', '/session/web', {
    ...fields,
    ...(browser && { browser }),
  });
  if (signed) localStorage.setItem(browserKey, signed.browser);
  return open(signed);
}

export const enrol = (fields: Fields) => ask<Enrolment>('POST', '/session/enrol', fields);

export async function confirm(fields: Fields): Promise<boolean> {
  return open(await ask<{ code: string }>('POST', '/session/confirm', fields));
}

async function open(signed: { readonly code: string } | undefined): Promise<boolean> {
  const opened = signed && (await ask<{ token: string }>('POST', '/session', { code: signed.code }));
  if (opened) storage.setStorageSync(tokenKey, opened.token);
  return opened !== undefined;
}

export const isIn = () => storage.getStorageSync(tokenKey) !== '';
export const forget = () => storage.removeStorageSync(tokenKey);
export const sessions = () => ask<readonly OpenSession[]>('GET', '/session');
export const end = (id?: string) => ask('POST', '/session/end', id === undefined ? {} : { id });

export async function myName(): Promise<string | undefined> {
  const answer = await ask<{ value?: { name?: string } }>('POST', '/api', { query: 'me', input: {} });
  return answer?.value?.name;
}

/** Asks the host. What it refuses is said on the page, and `undefined` comes back; who is out is forgotten. */
async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer | undefined> {
  const token = storage.getStorageSync(tokenKey);
  const headers = {
    'content-type': 'application/json',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  };
  const sent = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(path, sent).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok && answer !== undefined) {
    complain('');
    return answer as Answer;
  }
  if (response?.status === 401) forget();
  complain((answer as { message?: string } | undefined)?.message ?? '主机没有应答，请稍后再试。');
  return undefined;
}
