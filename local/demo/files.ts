import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fontFiles } from '../browser/build/assets.ts';
import { bundle } from '../browser/build/host.ts';
import type { Asset } from '../host/server.ts';

/** The page with three phones, by path. Its colours and sizes are the tokens of the mini-program. */
export async function demoFiles(root: string): Promise<Map<string, Asset>> {
  const text = (path: string) => readFile(join(root, path), 'utf8');
  const [html, script, ...look] = await Promise.all([
    text('local/demo/index.html'),
    bundle(join(root, 'local/demo/page/main.ts'), false),
    text('miniprogram/tokens.wxss'),
    ...['page', 'phones', 'narrow'].map((name) => text(`local/demo/look/${name}.css`)),
  ]);
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', body: html }],
    ['/app/demo.css', { type: 'text/css; charset=utf-8', body: [fontFiles().sheet, ...look].join('\n') }],
    ['/app/demo.js', { type: 'text/javascript; charset=utf-8', body: script }],
  ]);
}
