import { resolve } from 'node:path';
import { inFolder, readAddress } from '../host/address.ts';
import { restore } from '../move/backup.ts';
import { listed, must, progress, said, told, wordsOf } from '../move/telling.ts';

const help = `npm run restore -- --from FOLDER --data DIR [--store ADDR]

把 npm run backup 的备份恢复到新的地方，逐集合核对件数和内容哈希。已有数据的地方不会覆盖；中断后再运行会接着来。
  --from FOLDER 备份的文件夹
  --data DIR    放到哪里（照片在它的 files 文件夹）
  --store ADDR  数据库不放在 --data 里时：sqlite:文件 或 postgres://用户:密码@主机:端口/库名，须是空的`;

export function main(args: readonly string[]): Promise<number> {
  return told(async () => {
    const { data, store, from, help: asked } = wordsOf(args, ['data', 'store', 'from']);
    if (asked) return said(help);
    const place = must(from, '--from');
    const folder = resolve(must(data, '--data'));
    const address = store === undefined ? inFolder(folder) : readAddress(store, '--store');
    const kept = await restore(resolve(place), address, folder, progress());
    listed(kept.sums);
    said(`照片 ${kept.copied} 张`);
    said('恢复好了。');
    if (kept.missing > 0) process.stderr.write(`有 ${kept.missing} 张照片在备份里找不到。\n`);
    return kept.missing > 0 ? 1 : 0;
  });
}
