import type { FileOut } from './domain';

/** Keeps a file on the phone and opens it, from where it can be sent on; what cannot be opened stays kept. */
export async function takeAway({ name, content }: FileOut): Promise<void> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  await new Promise<void>((resolve, reject) => {
    wx.getFileSystemManager().writeFile({
      filePath,
      data: content,
      encoding: 'base64',
      success: () => resolve(),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
  await open(filePath, name);
}

/** WeChat shows documents, and hands over as a file what it cannot show. */
async function open(filePath: string, fileName: string): Promise<void> {
  if (filePath.endsWith('.xlsx')) await wx.openDocument({ filePath, fileType: 'xlsx', showMenu: true });
  else await wx.shareFileMessage({ filePath, fileName });
}
