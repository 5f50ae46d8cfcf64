import { person } from '../world.ts';
import { Failure, wxCalls } from './call.ts';

const EVERYBODY = 'onewhistle|';
const PREFIX = `${EVERYBODY}${person}|`;
const LIMIT = 1024 * 1024;
const TOTAL = 10 * 1024;

/** A value is kept with its type, so that a number comes back a number. */
function write(key: unknown, data: unknown): void {
  if (typeof key !== 'string' || key === '')
    throw new Failure('parameter error: key should be a non-empty string');
  const text = JSON.stringify({ data });
  if (text.length > LIMIT) throw new Failure('entry size limit reached');
  window.localStorage.setItem(PREFIX + key, text);
}

function has(key: unknown): boolean {
  return window.localStorage.getItem(PREFIX + String(key)) !== null;
}

function read(key: unknown): unknown {
  const text = window.localStorage.getItem(PREFIX + String(key));
  return text === null ? '' : (JSON.parse(text) as { data?: unknown }).data;
}

function keys(): string[] {
  return Object.keys(window.localStorage).flatMap((key) =>
    key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [],
  );
}

function remove(key: unknown): void {
  window.localStorage.removeItem(PREFIX + String(key));
}

function clear(): void {
  for (const key of keys()) remove(key);
}

/** Forgets what the phones of all people of this browser kept. */
export function forgetEverybody(): void {
  for (const key of Object.keys(window.localStorage)) {
    if (key.startsWith(EVERYBODY)) window.localStorage.removeItem(key);
  }
}

function info() {
  const size = keys().reduce((sum, key) => sum + (window.localStorage.getItem(PREFIX + key)?.length ?? 0), 0);
  return { keys: keys(), currentSize: Math.ceil(size / 1024), limitSize: TOTAL };
}

export const storage = {
  ...wxCalls({
    setStorage: ({ key, data }) => write(key, data),
    getStorage: ({ key }) => {
      if (!has(key)) throw new Failure('data not found');
      return { data: read(key) };
    },
    removeStorage: ({ key }) => remove(key),
    clearStorage: () => clear(),
    getStorageInfo: () => info(),
  }),
  setStorageSync: write,
  getStorageSync: read,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: info,
};
