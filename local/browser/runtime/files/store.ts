import { person } from '../world.ts';
import { readKept } from './kept.ts';

const TEMPORARY = 'http://tmp/';
export const KEPT = 'http://usr';

const blobs = new Map<string, Blob>();
const urls = new Map<string, string>();

/** Keeps a file until the page is left and gives it a path, as WeChat does. */
export function keepTemporary(blob: Blob, ending: string): string {
  const path = `${TEMPORARY}${crypto.randomUUID()}${ending}`;
  blobs.set(path, blob);
  return path;
}

function isFilePath(path: string): boolean {
  return path.startsWith(TEMPORARY) || path.startsWith(KEPT);
}

export async function readBlob(path: string): Promise<Blob | undefined> {
  return blobs.get(path) ?? (path.startsWith(KEPT) ? await readKept(person, path) : undefined);
}

export function forget(path: string): void {
  const url = urls.get(path);
  if (url !== undefined) URL.revokeObjectURL(url);
  urls.delete(path);
  blobs.delete(path);
}

/** The address under which the browser can show what a page names. */
export async function resolveUrl(path: string): Promise<string> {
  if (isFilePath(path)) {
    const blob = urls.has(path) ? undefined : await readBlob(path);
    if (blob !== undefined) urls.set(path, URL.createObjectURL(blob));
    return urls.get(path) ?? 'data:,';
  }
  if (path === '' || /^(\w+:|\/\/)/.test(path)) return path;
  return path.startsWith('/app/') ? path : `/app/files/${path.replace(/^(\.{0,2}\/)+/, '')}`;
}

export function endingOf(name: string, type: string): string {
  const written = /\.\w+$/.exec(name)?.[0];
  return written ?? `.${type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'bin'}`;
}
