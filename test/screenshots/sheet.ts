import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withPage } from '../support/browser.ts';

/** Puts the pictures of a folder side by side into one, `总览.png`. */
export async function sheet(folder: string, names: readonly string[]): Promise<void> {
  const pictures = await Promise.all(
    names.map(async (name) => {
      const data = (await readFile(join(folder, `${name}.png`))).toString('base64');
      return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
    }),
  );
  const style =
    'body{margin:8px;background:#888;display:flex;flex-wrap:wrap;gap:8px;font:14px sans-serif}figure{margin:0}img{display:block;width:230px}';
  await withPage({ width: 1210, height: 800 }, async (page) => {
    await page.setContent(`<style>${style}</style>${pictures.join('')}`);
    await page.screenshot({ path: join(folder, '总览.png'), fullPage: true });
  });
}
