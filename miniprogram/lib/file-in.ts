/** A file a person chose; `pieces`: its content as base64, cut to what the door takes for one text. */
export interface FileIn {
  readonly name: string;
  readonly pieces: readonly string[];
}

const piece = /.{1,90000}/g;

/** A table out of a chat (on a computer: from its folders); `undefined` when nothing was chosen. */
export async function chooseTable(): Promise<FileIn | undefined> {
  const chosen = await wx
    .chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', 'csv'] })
    .catch(() => undefined);
  const file = chosen?.tempFiles[0];
  return file && { name: file.name, pieces: (await contentOf(file.path)).match(piece) ?? [] };
}

function contentOf(filePath: string): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(String(data)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}
