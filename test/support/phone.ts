/// <reference types="miniprogram-api-typings" />
import type { Answer } from '../../domain/contract.ts';

type Call = Readonly<Record<string, unknown>>;
type Door = (call: Call) => Answer | Promise<Answer>;

/** A phone without a screen: its memory, its files, its network. `door` answers what it sends. */
export interface Phone {
  readonly storage: Map<string, unknown>;
  readonly files: Map<string, string>;
  /** Everything sent while there was a network, in order. */
  readonly sent: Call[];
  online: boolean;
  door: Door;
  /** What short messages it showed. */
  readonly said: string[];
  /** How its owner answers WeChat's question; throws where WeChat does not ask. */
  agree: (templates: readonly string[]) => Record<string, string>;
  /** What its owner says where he is asked once more. */
  confirms: boolean;
  /** What WeChat says to an own server of who holds it. */
  loginCode: string;
}

export const fine: Answer = { ok: true, now: 0, value: {}, links: {} };

export function refused(message: string, field = ''): Answer {
  return { ok: false, now: 0, message, kind: 'input', field };
}

/** Puts a phone under the code of the pages. */
export function pickUpPhone(): Phone {
  const phone: Phone = {
    storage: new Map(),
    files: new Map(),
    sent: [],
    online: true,
    door: () => fine,
    said: [],
    agree: () => ({}),
    confirms: true,
    loginCode: '',
  };
  Object.assign(globalThis, { wx: wxOf(phone) });
  return phone;
}

type Ending<Result> = { success?: (result: Result) => void; fail?: (error: { errMsg: string }) => void };

function wxOf(phone: Phone) {
  return {
    getStorageSync: (key: string) => structuredClone(phone.storage.get(key)) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void phone.storage.delete(key),
    getFileSystemManager: () => ({
      readFile({ filePath, success, fail }: { filePath: string } & Ending<{ data: string }>) {
        const data = phone.files.get(filePath);
        if (data === undefined) fail?.({ errMsg: 'no such file' });
        else success?.({ data });
      },
      unlink: ({ filePath }: { filePath: string }) => void phone.files.delete(filePath),
    }),
    cloud: {
      async callFunction({ data }: { data: Call }) {
        if (!phone.online) throw new Error('no network');
        phone.sent.push(structuredClone(data));
        return { result: await phone.door(data) };
      },
    },
    login: async () => ({ code: phone.loginCode }),
    request: (asked: Asked) => void requestFrom(phone, asked),
    pageScrollTo: async () => {},
    canIUse: () => true,
    stopPullDownRefresh: async () => {},
    showModal: async () => ({ confirm: phone.confirms }),
    showToast: async ({ title }: { title: string }) => void phone.said.push(title),
    setTabBarBadge: async () => {},
    removeTabBarBadge: async () => {},
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => phone.agree(tmplIds),
  };
}

interface Asked extends Ending<{ statusCode: number; data: unknown }> {
  readonly url: string;
  readonly method: string;
  readonly data: object;
  readonly header: Record<string, string>;
}

async function requestFrom(phone: Phone, { url, method, data, header, success, fail }: Asked) {
  if (!phone.online) return fail?.({ errMsg: 'request:fail' });
  const headers = { ...header, 'content-type': 'application/json' };
  const body = method === 'POST' && { body: JSON.stringify(data) };
  const response = await fetch(url, { method, headers, ...body });
  success?.({ statusCode: response.status, data: await response.json() });
}

type Options = { data: Record<string, unknown> } & Record<string, unknown>;

/** A page as its logic sees it: `setData` draws nothing. */
export async function openPage<Shown>(load: () => Promise<unknown>, query: object = {}): Promise<Shown> {
  let options: Options = { data: {} };
  Object.assign(globalThis, {
    Page: (given: Options) => {
      options = given;
    },
  });
  await load();
  const page = {
    ...options,
    data: structuredClone(options.data),
    setData(part: object) {
      for (const [path, value] of Object.entries(part))
        put(this.data as Record<string, unknown>, path, value);
    },
  };
  await (page as unknown as { onLoad?(query: object): void }).onLoad?.(query);
  return page as Shown;
}

/** `name`, or one of a list: `name[3]`. */
function put(data: Record<string, unknown>, path: string, value: unknown): void {
  const [, name = '', at] = /^(\w+)(?:\[(\d+)\])?$/.exec(path) ?? [];
  if (at === undefined) data[path] = value;
  else (data[name] as unknown[])[Number(at)] = value;
}
