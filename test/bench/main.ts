import { said, told } from '../../local/move/telling.ts';
import { commits } from './commits.ts';
import { engineIn, measured } from './engines.ts';
import { figures } from './figures.ts';
import { paint } from './paint.ts';
import { reads } from './reads.ts';
import { sizes } from './sizes.ts';

const help = `npm run bench [-- --store sqlite|postgres]

量，不判：每行一个 JSON。提交速度（与同样的行直接写进 SQLite 相比）、每次提交的 CPU、
1,000 与 100,000 件时列表和详情的耗时、一年 1,000 与 1,000,000 件时研判页的耗时、首页与待办的首次绘制、各包大小。
--store 只量一种数据库：从提交到结案的整件，1、8、32 件并行时每秒几件、耗时、每件 CPU（postgres 含服务器），
与同样的行由驱动直接写入相比。环境变量 JOBS 是每轮件数，默认 120。`;

const parts: readonly ((root: string) => AsyncIterable<object>)[] = [commits, reads, figures, paint, sizes];

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  return told(async () => {
    const engine = engineIn(args);
    for (const part of engine === undefined ? parts : [() => measured(engine)]) {
      for await (const figure of part(root)) said(JSON.stringify(figure));
    }
    return 0;
  });
}
