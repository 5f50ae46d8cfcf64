import { deployment } from '../deployment';
import { Refused } from './api';
import type { Answer } from './domain';
import { Offline, token } from './transport';

/** Hands a photo to the office and gives the id by which an order names it. */
export async function upload(filePath: string): Promise<string> {
  if (deployment.kind === 'cloudbase') throw new Offline('files');
  const { url } = deployment;
  const session = await token(url);
  const answer = await new Promise<Answer<{ readonly id: string }>>((resolve, reject) => {
    wx.uploadFile({
      url: `${url}/files`,
      filePath,
      name: 'file',
      header: { authorization: `Bearer ${session}` },
      success: ({ data }) => resolve(JSON.parse(data)),
      fail: ({ errMsg }) => reject(new Offline(errMsg)),
    });
  });
  if (!answer.ok) throw new Refused(answer);
  return answer.value.id;
}
