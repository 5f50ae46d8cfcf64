import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BadInput } from '../../cloudfunctions/bad-input.ts';
import type { Store } from '../../cloudfunctions/store.ts';

/** Photos in a folder. Names follow from owner and content, links expire, nothing is public. */
export interface Files {
  /** Keeps a photo; throws {@link BadInput} for what is none. */
  keep(owner: string, content: Uint8Array): Promise<string>;
  links(ids: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** The photo behind a link, `undefined` when the link is wrong or too old. */
  open(
    id: string,
    until: string,
    sign: string,
  ): Promise<{ readonly type: string; readonly content: Buffer } | undefined>;
}

export const largest = 10 * 1024 * 1024;
/** How long a link can be used, in ms; links of one span are alike, so that a phone can keep the picture. */
const span = 600_000;

const kinds = [
  {
    type: 'image/jpeg',
    starts: (head: Buffer) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  },
  {
    type: 'image/png',
    starts: (head: Buffer) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  },
  {
    type: 'image/webp',
    starts: (head: Buffer) =>
      head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP',
  },
];

export function openFiles(folder: string, store: Store): Files {
  mkdirSync(folder, { recursive: true });
  const secret = secretIn(folder);
  const signOf = (id: string, until: string) =>
    createHmac('sha256', secret).update(`${id} ${until}`).digest('hex');
  return {
    async keep(owner, content) {
      const type = typeOf(Buffer.from(content));
      const id = `f${createHash('sha256').update(owner).update('\0').update(content).digest('hex').slice(0, 40)}`;
      await writeFile(join(folder, id), content);
      await store.transact((tx) =>
        tx.put('file', { _id: id, owner, type, size: content.length, at: Date.now() }),
      );
      return id;
    },
    async links(ids) {
      const until = String((Math.floor(Date.now() / span) + 2) * span);
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
  };
}

function typeOf(content: Buffer): string {
  if (content.length > largest) throw new BadInput('file', '照片最大 10 MB，请压缩后再传');
  const kind = kinds.find(({ starts }) => starts(content));
  if (!kind) throw new BadInput('file', '只能上传 JPG、PNG 或 WebP 照片');
  return kind.type;
}

function secretIn(folder: string): Buffer {
  const path = join(folder, '.secret');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32), { mode: 0o600 });
  return readFileSync(path);
}
