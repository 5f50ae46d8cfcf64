import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontFiles } from '../browser/build/assets.ts';
import { bundle } from '../browser/build/host.ts';
import type { Asset } from '../host/server.ts';

/** The page where staff sign in from a browser, by path. Its colours and sizes are the tokens of the mini-program. */
export async function staffFiles(root: string): Promise<Map<string, Asset>> {
  const text = (path: string) => readFile(join(root, path), 'utf8');
  const [html, script, ...look] = await Promise.all([
    text('local/staff/index.html'),
    bundle(join(root, 'local/staff/page/main.ts'), true),
    text('miniprogram/tokens.wxss'),
    text('local/staff/look/staff.css'),
  ]);
  const page = { type: 'text/html; charset=utf-8', body: html };
  return new Map([
    ['/', page],
    ['/staff', page],
    ['/app/staff.css', { type: 'text/css; charset=utf-8', body: [fontFiles().sheet, ...look].join('\n') }],
    ['/app/staff.js', { type: 'text/javascript; charset=utf-8', body: script }],
  ]);
}
