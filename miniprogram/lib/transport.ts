import { deployment } from '../deployment';
import type { Answer } from './domain';

/** The call did not get through; nothing is known of what became of it, and it may be sent again as it is. */
export class Offline extends Error {}

/** Carries one call to the door of the office and brings its answer back. */
export async function carry(call: object): Promise<Answer> {
  const answer = await (deployment.kind === 'cloudbase'
    ? viaCloudBase(call)
    : viaServer(deployment.url, call));
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

async function viaServer(url: string, data: object): Promise<unknown> {
  const answer = await post(`${url}/api`, data, await token(url));
  if (answer.statusCode !== 401) return answer.data;
  wx.removeStorageSync(tokenKey);
  return (await post(`${url}/api`, data, await token(url))).data;
}

const tokenKey = 'session';

/** The session of this phone with an own server; a new one is opened with WeChat's login code. */
export async function token(url: string): Promise<string> {
  const kept = wx.getStorageSync<string>(tokenKey);
  if (kept) return kept;
  const { code } = await wx.login().catch((error) => {
    throw new Offline(String(error));
  });
  const { data } = await post(`${url}/session`, { code }, '');
  const { token: opened } = data as { token?: string };
  if (typeof opened !== 'string') throw new Offline('strange');
  wx.setStorageSync(tokenKey, opened);
  return opened;
}

type Response = WechatMiniprogram.RequestSuccessCallbackResult;

function post(url: string, data: object, session: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    wx.request({
      url,
      method: 'POST',
      data,
      header: session ? { authorization: `Bearer ${session}` } : {},
      timeout: 'photo' in data ? 60_000 : 20_000,
      success: (response) => (response.statusCode < 500 ? resolve(response) : reject(new Offline('server'))),
      fail: ({ errMsg }) => reject(new Offline(errMsg)),
    });
  });
}
