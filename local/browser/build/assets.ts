import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type BuiltFile, typeOf } from './files.ts';
import { packageFolder } from './places.ts';

const PICTURES = /\.(png|jpe?g|gif|webp|svg|mp3|mp4)$/i;

/** Pictures and sounds of the mini-program, under /app/files. */
export function staticFiles(root: string): Map<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (PICTURES.test(name)) files.set(`/app/files/${name.split(sep).join('/')}`, fileAt(join(root, name)));
  }
  return files;
}

function fileAt(path: string): BuiltFile {
  return { type: typeOf(path) ?? 'application/octet-stream', body: readFileSync(path) };
}

const FONTS = [
  { name: '@fontsource-variable/noto-sans-sc', sheet: 'index.css', keep: /./ },
  {
    name: '@fontsource/noto-serif-tibetan',
    sheet: 'tibetan-400.css',
    keep: /tibetan-tibetan-400-normal\.woff2$/,
  },
];

/** The web fonts behind the system's own, so that no Chinese or Tibetan character is a box. */
export function fontFiles(): { sheet: string; files: Map<string, BuiltFile> } {
  const files = new Map<string, BuiltFile>();
  const sheets = FONTS.map(({ name, sheet, keep }) => {
    const folder = packageFolder(name);
    for (const file of readdirSync(join(folder, 'files'))) {
      if (file.endsWith('.woff2') && keep.test(file))
        files.set(`/app/fonts/${file}`, fileAt(join(folder, 'files', file)));
    }
    const css = readFileSync(join(folder, sheet), 'utf8');
    return css
      .replaceAll('./files/', '/app/fonts/')
      .replaceAll('Noto Sans SC Variable', 'Noto Sans SC')
      .replace("'Noto Serif Tibetan';", "'Tibetan Letters'; unicode-range: U+0F00-0FFF;")
      .replace(/,\s*url\([^)]*\.woff\)\s*format\([^)]*\)/g, '');
  });
  return { sheet: sheets.join('\n'), files };
}
