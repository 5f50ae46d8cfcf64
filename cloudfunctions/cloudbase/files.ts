import type { CloudBase } from '@cloudbase/node-sdk';
import { type Files, linkLasts } from '../cloud.ts';

/** The most files the platform links to at once. */
const most = 50;

/** A recording's path ends as its format does: phones go by that. */
const pathOf = (id: string) => (id.includes('-') ? `recordings/${id.replace('-', '.')}` : `photos/${id}`);

/**
 * Photos and recordings in the environment's file store, named by their ids. The store's rule must let no client read, or the
 * platform gives links that never expire (docs/deploy.md). A file that is not there has no link.
 */
export function filesOf(app: CloudBase): Files {
  const bucket = once(() => bucketOf(app));

  async function linked(ids: readonly string[], lasts: number): Promise<[string, string][]> {
    const home = await bucket();
    const fileList = ids.map((id) => ({ fileID: home + pathOf(id), maxAge: lasts / 1000 }));
    const answer = await app.getTempFileURL({ fileList });
    const byFile = new Map(answer.fileList.map((file) => [file.fileID, file]));
    return ids.flatMap((id): [string, string][] => {
      const file = byFile.get(home + pathOf(id));
      return file?.code === 'SUCCESS' ? [[id, file.tempFileURL]] : [];
    });
  }

  return {
    async keep({ id, content }) {
      await app.uploadFile({ cloudPath: pathOf(id), fileContent: Buffer.from(content) });
    },
    async links(ids, lasts = linkLasts) {
      const each = [...new Set(ids)];
      const links: [string, string][] = [];
      for (let at = 0; at < each.length; at += most)
        links.push(...(await linked(each.slice(at, at + most), lasts)));
      return Object.fromEntries(links);
    },
    async drop(id) {
      const { fileList } = await app.deleteFile({ fileList: [(await bucket()) + pathOf(id)] });
      const failed = fileList.find(({ code }) => !['SUCCESS', 'STORAGE_FILE_NONEXIST'].includes(code));
      if (failed) throw new Error(`the file store did not delete a file: ${failed.code}`);
    },
  };
}

/** What stands before a path in a file's id: only the platform knows the name of the bucket. */
async function bucketOf(app: CloudBase): Promise<string> {
  const path = pathOf('any');
  const { data } = await app.getUploadMetadata({ cloudPath: path });
  if (!data.fileId.endsWith(path)) throw new Error('the file store names its files in a way we do not know');
  return data.fileId.slice(0, -path.length);
}

/** Does it at the first call, and again only after it failed. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let kept: T | undefined;
  return async () => {
    kept ??= await act();
    return kept;
  };
}
