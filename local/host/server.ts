import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BadInput } from '../../cloudfunctions/bad-input.ts';
import { takePush } from '../../cloudfunctions/checks/verdicts.ts';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { handle } from '../../cloudfunctions/door.ts';
import { echoOf, type PushSetting, received } from '../../cloudfunctions/wechat/push.ts';
import { bodyOf, bytesOf, failure, guards, json, unreadable } from './answers.ts';
import { entries, webEntries } from './entry.ts';
import type { FileFolder } from './files.ts';
import type { Sessions } from './sessions.ts';
import type { Web } from './web.ts';

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
  /** There is a proxy in front, which says where a call comes from. */
  readonly proxied?: boolean;
  /** Anybody can be picked, so nobody but this machine is let in. */
  readonly picker: boolean;
}

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
  const entry = entries[way] ?? (host.web && webEntries[way]);
  if (entry) return entry(host, request, response);
  if (way.startsWith('GET /files/')) return file(host, url, response);
  if (host.push && url.pathname === '/wechat/push') return push(host, host.push, request, url, response);
  if (url.pathname.startsWith('/demo/')) return demo(host, request, url, response);
  const asset = request.method === 'GET' ? host.assets.get(url.pathname) : undefined;
  if (!asset) return nothing(host, response);
  response
    .writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache', ...guards })
    .end(asset.body);
}

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
