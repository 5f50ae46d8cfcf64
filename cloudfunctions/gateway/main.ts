import type { Actor } from '../../domain/kernel/process.ts';
import { takePush } from '../checks/verdicts.ts';
import { openCloud } from '../cloudbase/open.ts';
import { answer } from '../queries/index.ts';
import { echoOf, type PushQuery, pushSetting, received } from '../wechat/push.ts';

/** A request as the HTTP access service hands it on. */
interface Request {
  readonly httpMethod?: unknown;
  readonly path?: unknown;
  readonly queryStringParameters?: PushQuery;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Somebody on the web: nobody we know. */
const anybody: Actor = { id: 'anybody', roles: [] };

/** What anybody may ask over HTTP, by the last part of the path. */
const open = ['office'] as const;

/** The window to the web: public questions alone, and for no page of another origin to read. */
export async function main(event: Request): Promise<Response> {
  if (lastOf(event?.path) === 'wechat-push') return push(event);
  const query = open.find((name) => event?.httpMethod === 'GET' && lastOf(event.path) === name);
  if (query === undefined) return respond(404, { message: '没有这个地址' });
  const cloud = openCloud();
  try {
    const value = await answer({ cloud, actor: anybody, office: await cloud.office() }, query, {});
    return respond(200, value);
  } catch (error) {
    cloud.log({ commandId: '', error });
    return respond(503, { message: '系统开小差了，请稍后再试' });
  }
}

/** Where WeChat pushes its verdicts to; closed unless its token and key were given. */
async function push({ httpMethod, queryStringParameters: query = {}, body, isBase64Encoded }: Request) {
  const setting = pushSetting(process.env);
  if (!setting) return respond(404, { message: '没有这个地址' });
  if (httpMethod === 'GET') return plain(echoOf(setting, query) ?? '');
  const text = isBase64Encoded ? Buffer.from(String(body), 'base64').toString('utf8') : String(body ?? '');
  const cloud = openCloud();
  try {
    await takePush(cloud, setting, query, text);
    return plain(received);
  } catch (error) {
    cloud.log({ commandId: '', error });
    return respond(503, { message: '系统开小差了，请稍后再试' });
  }
}

function plain(body: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode: 200, headers, body };
}

function lastOf(path: unknown): string {
  return typeof path === 'string' ? (path.split('/').at(-1) ?? '') : '';
}

function respond(statusCode: number, value: unknown): Response {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': statusCode === 200 ? 'public, max-age=60' : 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  };
  return { statusCode, headers, body: JSON.stringify(value) };
}
