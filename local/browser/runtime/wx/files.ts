import { removeKept, writeKept } from '../files/kept.ts';
import { endingOf, forget, KEPT, readBlob } from '../files/store.ts';
import { person, textOf } from '../world.ts';
import { Failure, type Options, wxCalls } from './call.ts';

async function blobAt(path: unknown): Promise<Blob> {
  const blob = await readBlob(textOf(path));
  if (blob === undefined) throw new Failure(`no such file or directory, open '${textOf(path)}'`);
  return blob;
}

async function saveFile({ tempFilePath, filePath }: Options) {
  const blob = await blobAt(tempFilePath);
  const path =
    textOf(filePath) || `${KEPT}/${crypto.randomUUID()}${endingOf(textOf(tempFilePath), blob.type)}`;
  await writeKept(person, path, blob);
  forget(textOf(tempFilePath));
  return { savedFilePath: path };
}

async function readFile({ filePath, encoding }: Options) {
  const buffer = await (await blobAt(filePath)).arrayBuffer();
  if (encoding === undefined) return { data: buffer };
  if (encoding !== 'base64') return { data: new TextDecoder().decode(buffer) };
  const bytes = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte));
  return { data: window.btoa(bytes.join('')) };
}

async function writeFile({ filePath, data, encoding }: Options): Promise<void> {
  const path = textOf(filePath);
  if (!path.startsWith(KEPT)) throw new Failure(`permission denied, open '${path}'`);
  forget(path);
  await writeKept(
    person,
    path,
    new Blob([encoding === 'base64' ? fromBase64(textOf(data)) : (data as BlobPart)]),
  );
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(window.atob(text), (sign) => sign.charCodeAt(0));
}

const manager = wxCalls({
  saveFile,
  readFile,
  writeFile,
  access: async ({ path }) => {
    await blobAt(path);
  },
  unlink: async ({ filePath }) => {
    await blobAt(filePath);
    forget(textOf(filePath));
    await removeKept(person, textOf(filePath));
  },
  getFileInfo: async ({ filePath }) => ({ size: (await blobAt(filePath)).size }),
});

/** The browser has no viewer of its own: a document is handed over as a download. */
async function handOver(path: unknown, name: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await blobAt(path));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const nameOf = (path: unknown) => textOf(path).split('/').at(-1) ?? '';

const documents = wxCalls({
  openDocument: ({ filePath }) => handOver(filePath, nameOf(filePath)),
  shareFileMessage: ({ filePath, fileName }) => handOver(filePath, textOf(fileName) || nameOf(filePath)),
});

export const files = {
  ...documents,
  env: { USER_DATA_PATH: KEPT },
  getFileSystemManager: () => manager,
};
