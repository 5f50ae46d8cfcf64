import { newId } from './api';

/** Most photos of one order. */
export const mostPhotos = 9;

/** Photos a person chose, made small and kept on this phone until they are thrown away. */
export async function choosePhotos(count: number): Promise<string[]> {
  const chosen = await chosenPhotos(count);
  return Promise.all(chosen.map(async (path) => keepFile(await small(path))));
}

async function chosenPhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return tempFiles.map((file) => file.tempFilePath);
  } catch {
    return [];
  }
}

/** Smaller where the phone can do it, else as it is. */
async function small(path: string): Promise<string> {
  try {
    const { tempFilePath } = await wx.compressImage({ src: path, quality: 70, compressedWidth: 1280 });
    return tempFilePath;
  } catch {
    return path;
  }
}

/** Kept across restarts; where the phone has no room left, at least as long as the mini-program runs. */
export function keepFile(path: string): Promise<string> {
  return new Promise((resolve) => {
    wx.getFileSystemManager().saveFile({
      tempFilePath: path,
      filePath: `${wx.env.USER_DATA_PATH}/${newId()}${/\.\w+$/.exec(path)?.[0] ?? ''}`,
      success: ({ savedFilePath }) => resolve(String(savedFilePath)),
      fail: () => resolve(path),
    });
  });
}

export function throwAway(paths: readonly string[]): void {
  for (const filePath of paths) wx.getFileSystemManager().unlink({ filePath, fail: () => {} });
}
