import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Files, linkLasts } from '../../cloudfunctions/cloud.ts';
import type { Store } from '../../cloudfunctions/store.ts';

export interface Opened {
  readonly type: string;
  readonly content: Buffer;
}

/** Photos and recordings in a folder, named by their ids. */
export interface FileFolder extends Files {
  /** The file behind a link, `undefined` when the link is wrong or too old. */
  open(id: string, until: string, sign: string): Promise<Opened | undefined>;
  /** Throws every file away. */
  clear(): Promise<void>;
}

/** Links of one span are alike, so that a phone can keep the picture; a link ends with a span. In ms. */
const span = linkLasts / 2;
const secretName = '.secret';

export function openFiles(folder: string, store: Store): FileFolder {
  mkdirSync(folder, { recursive: true });
  const secret = secretIn(folder);
  const signOf = (id: string, until: string) =>
    createHmac('sha256', secret).update(`${id} ${until}`).digest('hex');
  return {
    async keep({ id, content }) {
      const path = join(folder, id);
      if (!existsSync(path)) await writeWhole(path, content);
    },
    async links(ids, lasts = linkLasts) {
      const until = String(Math.floor((Date.now() + lasts) / span) * span);
      return Object.fromEntries(
        ids.map((id) => [id, `/files/${id}?until=${until}&sign=${signOf(id, until)}`]),
      );
    },
    async open(id, until, sign) {
      const right = Buffer.from(signOf(id, until));
      const given = Buffer.from(sign);
      if (given.length !== right.length || !timingSafeEqual(given, right) || Number(until) < Date.now())
        return undefined;
      const file = await store.get('file', id);
      return file && { type: String(file.type), content: await readFile(join(folder, id)) };
    },
    drop: (id) => rm(join(folder, id), { force: true }),
    async clear() {
      for (const name of await readdir(folder))
        if (name !== secretName) await rm(join(folder, name), { force: true });
    },
  };
}

/** The file is there whole and on the disk, or not at all. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const part = `${path}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, path);
}

/** Hosts that share the folder share the secret; the first one there makes it, whole or not at all. */
function secretIn(folder: string): Buffer {
  const path = join(folder, secretName);
  if (!existsSync(path)) {
    const part = `${path}.${randomBytes(8).toString('hex')}`;
    writeFileSync(part, randomBytes(32), { mode: 0o600 });
    try {
      linkSync(part, path);
    } catch {
      if (!existsSync(path)) renameSync(part, path);
    }
    rmSync(part, { force: true });
  }
  return readFileSync(path);
}
