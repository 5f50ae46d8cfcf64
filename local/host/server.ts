import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BadInput } from '../../cloudfunctions/bad-input.ts';
import { takePush } from '../../cloudfunctions/checks/verdicts.ts';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { handle } from '../../cloudfunctions/door.ts';
import { echoOf, type PushSetting, received } from '../../cloudfunctions/wechat/push.ts';
import type { FileFolder } from './files.ts';
import type { Sessions } from './sessions.ts';
import { mark, type Web } from './web.ts';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** Calls only the demonstration has: `GET /demo/clock` and the like. Answers `undefined` for what it does not know. */
export type Demo = (method: string, path: string, body: unknown) => Promise<unknown>;

export interface Host {
  readonly cloud: Cloud;
  readonly files: FileFolder;
  readonly sessions: Sessions;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly demo: Demo;
  /** How staff come in from a browser; without it only phones come in. */
  readonly web?: Web & { readonly phones: Pick<Sessions, 'callerOf'> };
  /** How WeChat's pushes are known; without it none is taken. */
  readonly push?: PushSetting;
  /** Anybody can be picked, so nobody but this machine is let in. */
  readonly picker: boolean;
}

/** The most a call may weigh, in bytes: a photo in base64 and what is around it. */
const heaviest = 6 * 1024 * 1024;

/** The most a push of WeChat's may weigh, in bytes. */
const heaviestPush = 256 * 1024;

/** HTTP around the door: the pages, the calls, the files. Everything else is 404. */
export function serve(host: Host): Server {
  return createServer((request, response) => {
    route(host, request, response).catch((error) => {
      host.cloud.log({ commandId: '', error });
      if (!response.headersSent) json(response, 500, failure(host, 'fault', '系统开小差了，请稍后再试'));
      response.end();
    });
  });
}

async function route(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isOurs(host, request)) return json(response, 403, failure(host, 'refusal', '只接受本页面的请求'));
  const url = URL.canParse(`http://host${request.url}`) && new URL(`http://host${request.url}`);
  if (!url) return nothing(host, response);
  const way = `${request.method} ${url.pathname}`;
  if (way === 'POST /api') return api(host, request, response);
  if (way === 'POST /session') return session(host, request, response);
  if (host.web && way === 'POST /session/web') return signIn(host, host.web, request, response);
  if (host.web && way === 'POST /session/code') return showCode(host, host.web, request, response);
  if (way.startsWith('GET /files/')) return file(host, url, response);
  if (host.push && url.pathname === '/wechat/push') return push(host, host.push, request, url, response);
  if (url.pathname.startsWith('/demo/')) return demo(host, request, url, response);
  const asset = request.method === 'GET' ? host.assets.get(url.pathname) : undefined;
  if (!asset) return nothing(host, response);
  response
    .writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache', ...guards })
    .end(asset.body);
}

const guards = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
};

/** No other site's page may speak to it; with the person picker no other name for this machine either. */
function isOurs({ picker }: Host, { headers, method }: IncomingMessage): boolean {
  const name = headers.host?.replace(/:\d+$/, '') ?? '';
  if (picker && !['127.0.0.1', 'localhost', '[::1]'].includes(name)) return false;
  const own = `${picker ? 'http' : 'https'}://${headers.host}`;
  return method === 'GET' || headers.origin === undefined || headers.origin === own;
}

async function api(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const caller = await host.sessions.callerOf(request.headers.authorization);
  if (caller === undefined) return json(response, 401, failure(host, 'refusal', '请重新登录'));
  const call = await bodyOf(request);
  if (call === unreadable)
    return json(response, 200, failure(host, 'input', '请求太大或格式不对，请刷新后重试'));
  json(response, 200, await handle(host.cloud, caller, call));
}

async function session(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const code = body !== unreadable && (body as { code?: unknown } | null)?.code;
  const opening = typeof code === 'string' && code.startsWith(mark) ? host.web?.sessions : host.sessions;
  const token = typeof code === 'string' ? await opening?.open(code) : undefined;
  if (token === undefined) return json(response, 401, failure(host, 'refusal', '登录没有成功，请重试'));
  json(response, 200, { token });
}

/** One sentence for every way it can go wrong: it says nothing of who is known here. */
const noEntry = '没有登录成功：手机号、口令或验证码不对，或者试得太多，请过一会儿再试';

async function signIn(host: Host, web: Web, request: IncomingMessage, response: ServerResponse) {
  const body = await bodyOf(request);
  const code = body === unreadable ? undefined : await web.signIn(body);
  if (code === undefined) return json(response, 401, failure(host, 'refusal', noEntry));
  json(response, 200, { code });
}

/** Shows a code to somebody whose phone WeChat knows; a browser gets none for itself. */
async function showCode(
  host: Host,
  web: NonNullable<Host['web']>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { authorization } = request.headers;
  const caller = await web.phones.callerOf(authorization);
  if (caller === undefined) return json(response, 401, failure(host, 'refusal', '请在微信里打开'));
  json(response, 200, await web.factors.showCode(caller));
}

async function push(
  { cloud }: Host,
  setting: PushSetting,
  request: IncomingMessage,
  { searchParams }: URL,
  response: ServerResponse,
): Promise<void> {
  const query = Object.fromEntries(searchParams);
  const body = request.method === 'POST' ? await bytesOf(request, heaviestPush) : undefined;
  if (body) await takePush(cloud, setting, query, body.toString('utf8'));
  const said = request.method === 'GET' ? (echoOf(setting, query) ?? '') : received;
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', ...guards }).end(said);
}

async function file(host: Host, url: URL, response: ServerResponse): Promise<void> {
  const { until = '', sign = '' } = Object.fromEntries(url.searchParams);
  const found = await host.files.open(url.pathname.slice('/files/'.length), until, sign);
  if (!found) return json(response, 403, failure(host, 'refusal', '链接已失效，请刷新页面'));
  const headers = {
    'content-type': found.type,
    'cache-control': 'private, max-age=300',
    'content-security-policy': "default-src 'none'; sandbox",
    ...guards,
  };
  response.writeHead(200, headers).end(found.content);
}

async function demo(host: Host, request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
  const body = request.method === 'POST' ? await bodyOf(request) : undefined;
  try {
    const answer = await host.demo(request.method ?? 'GET', url.pathname, body);
    if (answer === undefined) return nothing(host, response);
    json(response, 200, answer);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    json(response, 400, { ...failure(host, 'input', error.message), field: error.field });
  }
}

function nothing(host: Host, response: ServerResponse): void {
  json(response, 404, failure(host, 'refusal', '没有这个页面'));
}

function failure({ cloud }: Host, kind: 'refusal' | 'input' | 'fault', message: string) {
  return { ok: false, now: cloud.now(), kind, message, code: kind, field: '', commandId: '' };
}

function json(response: ServerResponse, status: number, value: unknown): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...guards,
  };
  response.writeHead(status, headers).end(JSON.stringify(value));
}

const unreadable = Symbol('unreadable');

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request, heaviest);
  if (bytes === undefined) return unreadable;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return unreadable;
  }
}

/** The body, or `undefined` when it is heavier than `most` bytes; what is too much is not kept. */
async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let weight = 0;
  for await (const part of request) {
    weight += part.length;
    if (weight <= most) parts.push(part);
  }
  return weight <= most ? Buffer.concat(parts) : undefined;
}
