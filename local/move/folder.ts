import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Doc } from '../../cloudfunctions/store.ts';
import { Usage } from '../host/usage.ts';
import type { Mark, Source, Target } from './places.ts';
import type { Sums } from './sums.ts';

/** What lies beside the collections of a folder and says how far it is filled, or that it is whole. */
interface Manifest {
  readonly form: 1;
  readonly mark?: Mark | undefined;
  /** How long each file is up to the mark, in bytes. */
  readonly bytes: Readonly<Record<string, number>>;
  /** Of a whole folder. */
  readonly sums?: Sums;
}

const name = 'onewhistle.manifest';
const fileOf = (folder: string, collection: string) => join(folder, `${collection}.json`);

/** A whole folder of JSON lines. Throws {@link Usage} on anything else. */
export function openFolderSource(folder: string): Source {
  const manifest = manifestOf(folder);
  if (!manifest) throw new Usage(`${folder} 里没有 ${name}，不是一哨通的备份。`);
  if (!manifest.sums) throw new Usage(`${folder} 没有写完，不能用。`);
  return {
    expected: manifest.sums,
    read: (collection, after) => linesOf(fileOf(folder, collection), after),
    close: async () => undefined,
  };
}

/**
 * A folder to fill, one file per collection and one document per line: what CloudBase's console imports.
 * Every line that counts is on the disk before the manifest counts it.
 */
export function openFolderTarget(folder: string): Target {
  let bytes: Record<string, number> = {};
  return {
    async begun() {
      mkdirSync(folder, { recursive: true });
      const manifest = manifestOf(folder);
      if (manifest?.sums || (!manifest && readdirSync(folder).length > 0))
        throw new Usage(`${folder} 里已有内容，不会覆盖。请换一个空文件夹。`);
      bytes = { ...manifest?.bytes };
      cutBack(folder, bytes);
      if (!manifest) keep(folder, { form: 1, bytes });
      return manifest?.mark;
    },
    async write(docs, mark) {
      const { collection } = mark;
      const lines = Buffer.from(docs.map((doc) => `${JSON.stringify(doc)}\n`).join(''));
      durably(fileOf(folder, collection), 'a', lines);
      bytes[collection] = (bytes[collection] ?? 0) + lines.length;
      keep(folder, { form: 1, mark, bytes });
    },
    finish: async (sums) => keep(folder, { form: 1, bytes, sums }),
    read: (collection, after) => linesOf(fileOf(folder, collection), after),
    close: async () => undefined,
  };
}

/** Takes away what was written after the mark. */
function cutBack(folder: string, bytes: Readonly<Record<string, number>>): void {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.json')))
    truncateSync(join(folder, file), bytes[file.slice(0, -'.json'.length)] ?? 0);
}

function manifestOf(folder: string): Manifest | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  if (manifest.form !== 1) throw new Usage(`${folder} 是更新的版本写的，请先升级一哨通。`);
  return manifest;
}

function keep(folder: string, manifest: Manifest): void {
  const path = join(folder, name);
  durably(`${path}.part`, 'w', Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
  renameSync(`${path}.part`, path);
}

function durably(path: string, flag: 'a' | 'w', content: Buffer): void {
  const descriptor = openSync(path, flag, 0o600);
  try {
    for (let at = 0; at < content.length; ) at += writeSync(descriptor, content, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

async function* linesOf(path: string, after: string): AsyncGenerator<Doc> {
  if (!existsSync(path)) return;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const doc = parsed(path, line);
    if (after === '' || Buffer.compare(Buffer.from(doc._id), Buffer.from(after)) > 0) yield doc;
  }
}

function parsed(path: string, line: string): Doc {
  try {
    return JSON.parse(line) as Doc;
  } catch {
    throw new Usage(`${path} 里有读不懂的一行，文件坏了。`);
  }
}
