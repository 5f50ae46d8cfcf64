import { type Linked, taken } from './api';
import type { Recording } from './domain';
import { carry } from './transport';

/** The file is no longer on this phone, or cannot be read. */
export class Unreadable extends Error {}

/** Hands a photo to the office and gives the id by which an order names it; the same photo again is the same id. */
export async function upload(filePath: string): Promise<string> {
  const photo = await base64Of(filePath);
  return (taken(await carry({ photo })) as Linked<{ readonly id: string }>).id;
}

/** The same with a recording; the office says how long it is. */
export async function uploadRecording(filePath: string): Promise<Recording> {
  const recording = await base64Of(filePath);
  const { id, seconds } = taken(await carry({ recording })) as Linked<Recording>;
  return { id, seconds };
}

function base64Of(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(data as string),
      fail: ({ errMsg }) => reject(new Unreadable(errMsg)),
    });
  });
}
