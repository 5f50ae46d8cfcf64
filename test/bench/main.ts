import { commits } from './commits.ts';
import { paint } from './paint.ts';
import { reads } from './reads.ts';
import { sizes } from './sizes.ts';

const help = `npm run bench

量，不判：每行一个 JSON。提交速度（与同样的行直接写进 SQLite 相比）、每次提交的 CPU、
1,000 与 100,000 件时列表和详情的耗时、首页与待办的首次绘制、各包大小。`;

const parts: readonly ((root: string) => AsyncIterable<object>)[] = [commits, reads, paint, sizes];

export async function main(args: readonly string[], root: string): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  for (const part of parts) {
    for await (const figure of part(root)) process.stdout.write(`${JSON.stringify(figure)}\n`);
  }
  return 0;
}
