import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const help = `npm run soak [-- --sequences N --seed N]

把“任意街道、任意次序”的性质测试放开跑：默认 1,000,000 个序列，按处理器数分头进行，各用各的种子并打印出来。
一处不成立就退出 1，并给出能重现的种子。`;

export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sequences: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const workers = availableParallelism();
  const share = Math.ceil(Number(values.sequences) / workers);
  const seeds = Array.from({ length: workers }, (_, place) => Number(values.seed) + place);
  const ends = await Promise.all(seeds.map((seed) => run(root, seed, share)));
  const failed = ends.filter((end) => end !== 0).length;
  process.stdout.write(`${JSON.stringify({ sequences: share * workers, seeds, failed })}\n`);
  return failed === 0 ? 0 : 1;
}

function run(root: string, seed: number, sequences: number): Promise<number | null> {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const env = { ...process.env, SEED: String(seed), SEQUENCES: String(sequences) };
  const child = spawn(process.execPath, [jest, 'test/rules/sequences.test.ts', '--runInBand'], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('close', resolve));
}
