import { readAddress } from '../host/address.ts';
import { openFolderTarget } from '../move/folder.ts';
import { move } from '../move/move.ts';
import type { Source, Target } from '../move/places.ts';
import { openSource } from '../move/sources.ts';
import { openStoreTarget } from '../move/store-target.ts';
import { listed, must, progress, said, told, wordsOf } from '../move/telling.ts';

const help = `npm run move -- --from ADDR --to ADDR

把整个库搬到另一种数据库，不改来源；先停掉所有主机。ADDR：
  sqlite:文件        例如 sqlite:./data/onewhistle.sqlite
  postgres://用户:密码@主机:端口/库名   （密码也可放在环境变量 PGPASSWORD）
  cloudbase:文件夹   只能作 --to：每个集合一个 JSON 行文件，在云开发控制台“导入”，冲突处理选 Insert
目标必须是空的，或上一次没搬完的；中断后再运行同一条命令会接着搬。最后逐集合核对件数和内容哈希。
照片不在库里，仍在 --data 的 files 文件夹。`;

export function main(args: readonly string[]): Promise<number> {
  return told(async () => {
    const { from, to, help: asked } = wordsOf(args, ['from', 'to']);
    if (asked) return said(help);
    const target = targetAt(must(to, '--to'));
    const source = await openSource(readAddress(must(from, '--from'), '--from'), { live: false });
    try {
      await run(source, await target());
    } finally {
      await source.close();
    }
    return 0;
  });
}

async function run(source: Source, target: Target): Promise<void> {
  try {
    const sums = await move({ source, target, say: progress() });
    listed(sums);
    said('搬完了，来源没有改动。');
  } finally {
    await target.close();
  }
}

function targetAt(text: string): () => Promise<Target> {
  if (text.startsWith('cloudbase:') && text.length > 'cloudbase:'.length)
    return async () => openFolderTarget(text.slice('cloudbase:'.length));
  const address = readAddress(text, '--to');
  return () => openStoreTarget(address);
}
