import { deployment } from '../deployment';
import type { Answer } from './domain';

/** The call did not get through; nothing is known of what became of it, and it may be sent again as it is. */
export class Offline extends Error {}

/** Carries one call to the door of the office and brings its answer back. */
export async function carry(call: object): Promise<Answer> {
  return answerIn(
    await (deployment.kind === 'cloudbase'
      ? viaCloudBase(call)
      : viaServer(deployment.url, 'POST', '/api', call)),
  );
}

/** Calls what an own server has beside the door of the office; `undefined` where there is no own server. */
export async function carryBeside(method: Method, path: string): Promise<Answer | undefined> {
  return deployment.kind === 'server'
    ? answerIn(await viaServer(deployment.url, method, path, {}))
    : undefined;
}

function answerIn(answer: unknown): Answer {
  if (!isAnswer(answer)) throw new Offline('strange');
  return answer;
}

/** Somebody else may have answered: a hotel's login page, a proxy. */
export function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && 'now' in answer;
}

async function viaCloudBase(data: object): Promise<unknown> {
  try {
    const { result } = await wx.cloud.callFunction({ name: 'api', data });
    return result;
  } catch (error) {
    throw new Offline(String(error));
  }
}

async function viaServer(url: string, method: Method, path: string, data: object): Promise<unknown> {
  const once = async () => request(method, `${url}${path}`, data, await token(url));
  const answer = await once();
  if (answer.statusCode !== 401) return answer.data;
  wx.removeStorageSync(tokenKey);
  return (await once()).data;
}

const tokenKey = 'session';

/** The session of this phone with an own server; a new one is opened with WeChat's login code. */
export async function token(url: string): Promise<string> {
  const kept = wx.getStorageSync<string>(tokenKey);
  if (kept) return kept;
  const { code } = await wx.login().catch((error) => {
    throw new Offline(String(error));
  });
  const { data } = await request('POST', `${url}/session`, { code }, '');
  const { token: opened } = data as { token?: string };
  if (typeof opened !== 'string') throw new Offline('strange');
  wx.setStorageSync(tokenKey, opened);
  return opened;
}

type Method = 'GET' | 'POST';
type Response = WechatMiniprogram.RequestSuccessCallbackResult;

function request(method: Method, url: string, data: object, session: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    wx.request({
      url,
      method,
      data,
      header: session ? { authorization: `Bearer ${session}` } : {},
      timeout: 'photo' in data || 'recording' in data ? 60_000 : 20_000,
      success: (response) => (response.statusCode < 500 ? resolve(response) : reject(new Offline('server'))),
      fail: ({ errMsg }) => reject(new Offline(errMsg)),
    });
  });
}
