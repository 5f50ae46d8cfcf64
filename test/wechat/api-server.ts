import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const appid = 'wx0123456789abcdef';
export const secret = '5ecre7aaaabbbbccccddddeeeeffff00';

type Fields = Readonly<Record<string, unknown>>;

export interface Heard {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Fields;
}

/** What goes wrong at the next call of a path: an error code, or what a network does. */
export type Fault = number | 'hang' | 'half' | 'html' | 'empty' | 'hangup' | 'down' | 'drip';

/**
 * WeChat's server API as its pages describe it, on this machine: codes good once, tokens that end, the limits of
 * fields. Faults are planned per path and happen once each, in order.
 */
export class ApiServer {
  readonly heard: Heard[] = [];
  /** Epoch ms, the clock of tokens. */
  now = 1_800_000_000_000;
  /** What WeChat thinks of a text. */
  suggest: (content: string) => string = () => 'pass';
  watermark = appid;
  readonly codes = new Map<string, string>();
  readonly subscribers = new Set<string>();
  readonly #faults = new Map<string, Fault[]>();
  #tokens: { readonly value: string; readonly until: number }[] = [];
  #made = 0;
  readonly #server = createServer((request, response) => {
    this.#take(request, response).catch(() => response.destroy());
  });

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  plan(path: string, ...faults: readonly Fault[]): void {
    this.#faults.set(path, [...faults]);
  }

  calls(path: string): readonly Heard[] {
    return this.heard.filter((each) => each.path === path);
  }

  /** As if somebody else had forced a new token. */
  forgetTokens(): void {
    this.#tokens = [];
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://wechat');
    let text = '';
    for await (const part of request) text += part;
    const query = Object.fromEntries(url.searchParams);
    const heard = { path: url.pathname, query, body: text ? (JSON.parse(text) as Fields) : {} };
    this.heard.push(heard);
    const fault = this.#faults.get(heard.path)?.shift();
    if (typeof fault === 'string') return broken(response, fault);
    json(response, fault === undefined ? this.#answer(heard) : failed(fault));
  }

  #answer({ path, query, body }: Heard): Fields {
    if (path === '/cgi-bin/stable_token') return this.#grant(body);
    if (path === '/sns/jscode2session') return this.#session(query);
    const live = this.#tokens.some(({ value, until }) => value === query.access_token && until > this.now);
    if (!live) return failed(40001);
    if (path === '/wxa/business/getuserphonenumber') return this.#phone(body);
    if (path === '/wxa/msg_sec_check') return this.#text(body);
    if (path === '/wxa/media_check_async') return this.#media(body);
    if (path === '/cgi-bin/message/subscribe/send') return this.#send(body);
    return failed(40066);
  }

  #grant(body: Fields): Fields {
    if (body.appid !== appid) return failed(40013);
    if (body.secret !== secret) return failed(40125);
    if (body.grant_type !== 'client_credential') return failed(40002);
    const renewing = ({ until }: { readonly until: number }) => until - 300_000 <= this.now;
    const last = this.#tokens.at(-1);
    if (body.force_refresh === true) this.#tokens = [];
    if (!last || renewing(last) || body.force_refresh === true) {
      this.#made += 1;
      this.#tokens.push({ value: `TOKEN-${this.#made}`, until: this.now + 7_200_000 });
    }
    const token = this.#tokens.at(-1);
    return { access_token: token?.value, expires_in: ((token?.until ?? 0) - this.now) / 1000 };
  }

  #session(query: Heard['query']): Fields {
    if (query.appid !== appid) return failed(40013);
    if (query.secret !== secret) return failed(40125);
    if (query.grant_type !== 'authorization_code') return failed(40002);
    const openid = this.#once(query.js_code);
    return openid ? { openid, session_key: 'SESSION-KEY', unionid: `u-${openid}` } : failed(40029);
  }

  #once(code: unknown): string | undefined {
    const openid = this.codes.get(String(code));
    this.codes.delete(String(code));
    return openid;
  }

  #phone({ code, openid }: Fields): Fields {
    const owner = this.#once(code);
    if (owner === undefined || owner !== openid) return failed(40029);
    const watermark = { timestamp: 1637744274, appid: this.watermark };
    const info = { phoneNumber: '13900000101', purePhoneNumber: '13900000101', countryCode: 86, watermark };
    return { errcode: 0, errmsg: 'ok', phone_info: info };
  }

  #text({ content, version, scene, openid }: Fields): Fields {
    if (version !== 2 || typeof scene !== 'number' || !openid) return failed(40097);
    if ([...String(content)].length > 2500) return failed(45002);
    const result = { suggest: this.suggest(String(content)), label: '100' };
    return { errcode: 0, errmsg: 'ok', result, detail: [], trace_id: 'trace-of-a-text' };
  }

  #media({ media_url: url, media_type: type, version, openid }: Fields): Fields {
    if (version !== 2 || ![1, 2].includes(Number(type)) || !openid || !URL.canParse(String(url)))
      return failed(40097);
    return { errcode: 0, errmsg: 'ok', trace_id: `trace-${this.calls('/wxa/media_check_async').length}` };
  }

  #send({ touser, template_id: template, data }: Fields): Fields {
    if (!this.subscribers.has(String(touser))) return failed(43101);
    if (!template) return failed(40037);
    const values = Object.values(data as Record<string, { value?: unknown }>);
    return values.every(({ value }) => typeof value === 'string' && value !== '')
      ? { errcode: 0, errmsg: 'ok', msgid: 1 }
      : failed(47003);
  }
}

function failed(errcode: number): Fields {
  return { errcode, errmsg: `failed rid: 655d9278-7c157f97-6905507${Math.abs(errcode) % 10}` };
}

function json(response: ServerResponse, value: Fields): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function broken(response: ServerResponse, fault: Exclude<Fault, number>): void {
  if (fault === 'hangup') response.destroy();
  if (fault === 'down') response.writeHead(502).end('Bad Gateway');
  if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>login</html>');
  if (fault === 'empty') response.writeHead(200).end('');
  if (fault === 'half') {
    response.writeHead(200, { 'content-length': '1000' }).write('{"errcode":0,"access_tok');
    response.destroy();
  }
  if (fault === 'drip') response.writeHead(200, { 'content-length': '1000' }).write('{"errcode":');
}
