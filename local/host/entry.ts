import type { IncomingMessage, ServerResponse } from 'node:http';
import { officeOf } from '../../cloudfunctions/office-store.ts';
import { bodyOf, failure, json, success, unreadable } from './answers.ts';
import type { Host } from './server.ts';
import { base32, uriOf } from './totp.ts';
import { placeOf } from './tries.ts';
import { mark } from './web.ts';

type Entry = (host: Host, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How phones come in, and learn whether they can help their owner in from a browser, by method and path. */
export const entries: Readonly<Record<string, Entry>> = {
  'POST /session': open,
  'GET /session/code': hasCode,
};

/** How people come in from a browser, see where they are in, and go out again: where there is a web. */
export const webEntries: Readonly<Record<string, Entry>> = {
  'GET /session': list,
  'POST /session/end': end,
  'POST /session/web': signIn,
  'POST /session/enrol': enrol,
  'POST /session/confirm': confirm,
  'POST /session/code': showCode,
};

async function open(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const code = body !== unreadable && (body as { code?: unknown } | null)?.code;
  const opening = typeof code === 'string' && code.startsWith(mark) ? host.web?.sessions : host.sessions;
  const token = typeof code === 'string' ? await opening?.open(code) : undefined;
  if (token === undefined) return json(response, 401, failure(host, 'refusal', '登录没有成功，请重试'));
  json(response, 200, { token });
}

async function list(host: Host, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const caller = await host.sessions.callerOf(headers.authorization);
  if (caller === undefined) return json(response, 401, failure(host, 'refusal', '请重新登录'));
  json(response, 200, await host.sessions.list(caller, headers.authorization));
}

/** One session of whoever calls, or all of them. */
async function end(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const caller = await host.sessions.callerOf(request.headers.authorization);
  if (caller === undefined) return json(response, 401, failure(host, 'refusal', '请重新登录'));
  const body = await bodyOf(request);
  const id = body !== unreadable && (body as { id?: unknown } | null)?.id;
  if (typeof id === 'string') await host.sessions.end(caller, id);
  else await host.sessions.revoke(caller);
  json(response, 200, {});
}

/** One sentence for every way it can go wrong: it says nothing of who is known here. */
const noEntry = '没有登录成功：手机号、口令或验证码不对，或者试得太多，请过一会儿再试';
const noEnrolment = '没有登记成功：手机号、登记码或验证码不对，登记码过了一天，或者试得太多，请过一会儿再试';

async function signIn(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const signed = await host.web?.signIn(await bodyOf(request), placeIn(host, request));
  if (signed === undefined) return json(response, 401, failure(host, 'refusal', noEntry));
  json(response, 200, signed);
}

async function enrol(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const enrolled = await host.web?.enrol(await bodyOf(request), placeIn(host, request));
  if (enrolled === undefined) return json(response, 401, failure(host, 'refusal', noEnrolment));
  const { passphrase, secret, name } = enrolled;
  const { zh } = await officeOf(host.cloud.store)();
  json(response, 200, { passphrase, secret: base32(secret), uri: uriOf(secret, name, zh) });
}

async function confirm(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const code = await host.web?.confirm(await bodyOf(request), placeIn(host, request));
  if (code === undefined) return json(response, 401, failure(host, 'refusal', noEnrolment));
  json(response, 200, { code });
}

const notEnrolled = '您还没有登记从电脑登录，请先向管理员要登记码';

/** Whether {@link showCode} would show one to whoever calls. */
async function hasCode(host: Host, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const caller = await host.web?.phones.callerOf(headers.authorization);
  const has = caller !== undefined && (await host.web?.factors.isEnrolled(caller)) === true;
  json(response, 200, success(host, { has }));
}

/** Shows a code to somebody whose phone WeChat knows; a browser gets none for itself. */
async function showCode(host: Host, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization } = headers;
  if ((await host.sessions.callerOf(authorization)) === undefined)
    return json(response, 401, failure(host, 'refusal', '请重新登录'));
  const caller = await host.web?.phones.callerOf(authorization);
  if (caller === undefined) return json(response, 403, failure(host, 'refusal', '请在微信里打开'));
  const shown = await host.web?.factors.showCode(caller);
  if (shown === undefined) return json(response, 403, failure(host, 'refusal', notEnrolled));
  json(response, 200, success(host, shown));
}

/** Behind a proxy what the proxy added, which is the last one; what stands before it anybody can write. */
function placeIn({ proxied }: Host, { headers, socket }: IncomingMessage): string {
  const forwarded = proxied
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return placeOf(forwarded || (socket.remoteAddress ?? ''));
}
