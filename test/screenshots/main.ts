import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Screen, screens } from '../browser/screens.ts';
import { at } from '../browser/steps.ts';
import { closeBrowser, type Look, openPhone } from '../support/browser.ts';
import { openStreet } from '../support/street.ts';
import { sheet } from './sheet.ts';

const help = `npm run screenshots

把每一页画成 PNG，放进 screenshots/（不进版本库）：每一页 × 用它的人 × 标准和长辈 × 浅色和深色，375×667；
长辈再画 320×568；主要页面没有内容、没有网络时的样子；每一页从头到尾的全长。另有拼在一起的总览。`;

interface Taken extends Look {
  readonly folder: string;
}

const looks: readonly Taken[] = [
  { folder: '标准-浅色', size: 'standard', theme: 'light' },
  { folder: '标准-深色', size: 'standard', theme: 'dark' },
  { folder: '长辈-浅色', size: 'elder', theme: 'light' },
  { folder: '长辈-深色', size: 'elder', theme: 'dark' },
  { folder: '长辈-小屏', size: 'elder', theme: 'light', width: 320, height: 568 },
];

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const folder = join(root, 'screenshots');
  await rm(folder, { recursive: true, force: true });
  const full = await openStreet({ empty: false });
  const empty = await openStreet();
  let count = 0;
  try {
    const all = await screens(full.url);
    for (const look of looks) count += await takeAll(full.url, all, look, join(folder, look.folder));
    count += await takeAll(empty.url, bare(all), { folder: '' }, join(folder, '没有内容'));
    count += await takeAll(full.url, bare(all), { folder: '' }, join(folder, '没有网络'), true);
    count += await takeAll(full.url, all, { folder: '' }, join(folder, '全长'), false, true);
  } finally {
    await closeBrowser();
    await Promise.all([full.close(), empty.close()]);
  }
  process.stdout.write(`${count} 张，在 screenshots/\n`);
  return 0;
}

/** Pages that are there without any appeal. */
function bare(all: readonly Screen[]): Screen[] {
  return all.filter(({ path }) => Object.values(at).includes(path) || path.endsWith('/me'));
}

async function takeAll(
  url: string,
  all: readonly Screen[],
  look: Taken,
  folder: string,
  offline = false,
  whole = false,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  for (const { name, person, path } of all) {
    const phone = await openPhone(url, person, { ...look, path: offline ? '/pages/submit/submit' : path });
    if (offline) {
      await phone.offline();
      await phone.go(path);
    }
    await phone.ready();
    if (whole) await phone.stretch();
    await phone.page.screenshot({ path: join(folder, `${name}.png`) });
    await phone.drop();
  }
  await sheet(
    folder,
    all.map(({ name }) => name),
  );
  return all.length;
}
