import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { fontFiles } from './assets.ts';
import type { BuiltFile } from './files.ts';
import { typeOf } from './files.ts';
import { browserFolder, packageFolder } from './places.ts';

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>一哨通</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/app/runtime.css">
</head>
<body>
<script src="/app/runtime.js"></script>
</body>
</html>
`;

/** In the order in which the browser reads them. */
const LOOK = [
  ...['base', 'phone', 'waiting', 'plain', 'controls', 'pictures', 'scrolling', 'map'],
  ...['sheets', 'full', 'desk'],
];

/** What stands around the pages: the phone at /m, the runtime, its look and its fonts. */
export async function hostFiles(minify: boolean): Promise<Map<string, BuiltFile>> {
  const fonts = fontFiles();
  const look = LOOK.map((name) => readFileSync(join(browserFolder, `runtime/look/${name}.css`), 'utf8'));
  const leaflet = readFileSync(join(packageFolder('leaflet'), 'dist/leaflet.css'), 'utf8');
  return new Map([
    ['/m', text('html', PAGE)],
    ['/app/runtime.js', text('js', await bundle(join(browserFolder, 'runtime/main.ts'), minify))],
    [
      '/app/runtime.css',
      text('css', [fonts.sheet, leaflet.replace(/url\([^)]*\)/g, 'none'), ...look].join('\n')),
    ],
    ...fonts.files,
  ]);
}

export async function bundle(entry: string, minify: boolean): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify,
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: { compilerOptions: { target: 'es2022', useDefineForClassFields: true } },
  });
  return result.outputFiles[0]?.text ?? '';
}

function text(ending: string, body: string): BuiltFile {
  return { type: typeOf(`.${ending}`) ?? 'text/plain', body };
}
