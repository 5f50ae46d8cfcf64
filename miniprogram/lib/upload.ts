import { deployment } from '../deployment';
import { Refused } from './api';
import { isAnswer, Offline, token } from './transport';

/** Hands a photo to the office and gives the id by which an order names it. */
export async function upload(filePath: string): Promise<string> {
  if (deployment.kind === 'cloudbase') throw new Offline('files');
  const { url } = deployment;
  const answer = parsed(await post(`${url}/files`, filePath, await token(url)));
  if (!isAnswer(answer)) throw new Offline('strange');
  if (!answer.ok) throw new Refused(answer);
  return (answer.value as { readonly id: string }).id;
}

function post(url: string, filePath: string, session: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.uploadFile({
      url,
      filePath,
      name: 'file',
      header: { authorization: `Bearer ${session}` },
      timeout: 60_000,
      success: ({ data }) => resolve(data),
      fail: ({ errMsg }) => reject(new Offline(errMsg)),
    });
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
