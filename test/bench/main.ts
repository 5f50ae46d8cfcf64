import { parseArgs } from 'node:util';
import { Usage } from '../../local/host/usage.ts';
import { said, told } from '../../local/move/telling.ts';
import { commits } from './commits.ts';
import { type EngineName, engines } from './engine.ts';
import { measured } from './engines.ts';
import { figures } from './figures.ts';
import { memory } from './memory.ts';
import { paint } from './paint.ts';
import { measureReads } from './reads.ts';
import { routing } from './routing.ts';
import { sizes } from './sizes.ts';

export { client } from './client.ts';

const help = `npm run bench [-- --store sqlite|postgres [--appeals 10000,100000] [--clocks 10000] | --minutes 60]

量，不判：每行一个 JSON。提交速度（与同样的行直接写进 SQLite 相比）、每次提交的 CPU、
1,000 与 100,000 件时列表和详情的耗时、一年 1,000 与 1,000,000 件时研判页的耗时、五百条刁难的话各要多久给出建议、首页与待办的首次绘制、各包大小。

--store 只量一种数据库：
  从提交到结案的整件，1、8、32 件并行时每秒几件、耗时、每件 CPU（postgres 含服务器，不含客户端），直接走门和经过 HTTP，
  与同样的行由驱动直接写入（bare…）相比（ratio）；吹哨八家到结案；一次巡检 --clocks 个到点的时限；
  --appeals 件时详情、列表、收件箱的耗时，ratioP95 是最多的与最少的之比。一百万件装进去要几分钟、几个 GB。
--minutes 只量内存：一台主机（SQLite）每秒两件，从提交到结案，每分钟报一次垃圾回收以后还占多少。
环境变量 JOBS 是每轮件数，默认 120。`;

const options = {
  help: { type: 'boolean' },
  store: { type: 'string' },
  appeals: { type: 'string', default: '10000,100000' },
  clocks: { type: 'string', default: '10000' },
  minutes: { type: 'string' },
} as const;

type Part = (root: string) => AsyncIterable<object>;

const parts: readonly Part[] = [
  commits,
  () => measureReads('sqlite', [1_000, 100_000]),
  figures,
  routing,
  paint,
  sizes,
];

export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  return told(async () => {
    for (const part of partsOf(values)) {
      for await (const figure of part(root)) said(JSON.stringify(figure));
    }
    return 0;
  });
}

interface Asked {
  readonly store?: string | undefined;
  readonly appeals: string;
  readonly clocks: string;
  readonly minutes?: string | undefined;
}

function partsOf({ store, appeals, clocks, minutes }: Asked): readonly Part[] {
  if (minutes !== undefined) return [() => memory(count(minutes))];
  if (store === undefined) return parts;
  if (!Object.hasOwn(engines, store)) throw new Usage(`--store 应是 ${Object.keys(engines).join(' 或 ')}。`);
  const extent = { appeals: appeals.split(',').map(count), clocks: count(clocks) };
  return [() => measured(store as EngineName, extent)];
}

function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Usage(`件数和分钟数应是正整数，现在是“${text}”。`);
  return Number(text);
}
