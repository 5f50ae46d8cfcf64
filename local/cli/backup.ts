import { resolve } from 'node:path';
import { inFolder, readAddress } from '../host/address.ts';
import { backUp } from '../move/backup.ts';
import { listed, must, progress, said, told, wordsOf } from '../move/telling.ts';

const help = `npm run backup -- [--data DIR] [--store ADDR] --to FOLDER

备份此刻的全部内容到一个新文件夹：每个集合一个 JSON 行文件、照片、清单（件数和内容哈希）。主机不用停。
  --data DIR    数据在哪里，默认 ./data
  --store ADDR  数据库不在 --data 里时：sqlite:文件 或 postgres://用户:密码@主机:端口/库名
  --to FOLDER   还没有的文件夹；写完并核对一致才出现
格式与数据库无关：SQLite 的备份可以恢复到 PostgreSQL，反过来也行。里面有个人信息，请妥善保管。`;

export function main(args: readonly string[]): Promise<number> {
  return told(async () => {
    const { data = './data', store, to, help: asked } = wordsOf(args, ['data', 'store', 'to']);
    if (asked) return said(help);
    const folder = resolve(data);
    const address = store === undefined ? inFolder(folder) : readAddress(store, '--store');
    const place = resolve(must(to, '--to'));
    const kept = await backUp(address, folder, place, progress());
    listed(kept.sums);
    said(`照片 ${kept.copied} 张`);
    said(`备份好了：${to}`);
    if (kept.missing > 0)
      process.stderr.write(`有 ${kept.missing} 张照片在 ${data}/files 里找不到，没有备份。\n`);
    return kept.missing > 0 ? 1 : 0;
  });
}
