import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main as duplicates } from '../../local/routing/duplicates-eval.ts';
import { foldsOf } from '../../local/routing/folds.ts';
import { main as triage } from '../../local/routing/triage-eval.ts';

const folder = mkdtempSync(join(tmpdir(), 'routing-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return path;
}

async function run(main: (args: string[]) => Promise<number>, args: string[]) {
  const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await main(args);
  const said = { code, out: out.mock.calls.join(''), err: err.mock.calls.join('') };
  out.mockRestore();
  err.mockRestore();
  return said;
}

const rows = ['小区停水', '水管漏水停水', '自来水停水三天'].map((detail) => ({
  subject: '停水',
  detail,
  category: 'water',
}));
const buses = ['公交不停', '公交司机拒载', '公交太少'].map((detail) => ({
  subject: '公交',
  detail,
  category: 'bus',
}));

test('triage prints one JSON line and names a malformed line by its number', async () => {
  const path = file('train.jsonl', [...rows, '{oops', ...buses]);
  const said = await run(triage, ['--train', path, '--test', path]);
  expect(said.code).toBe(0);
  expect(said.err).toContain('line 4');
  expect(JSON.parse(said.out)).toMatchObject({ rows: 6, top1: 1, top2: 1, macroF1: 1 });
});

test('a missing file is one clear sentence', async () => {
  const said = await run(triage, [
    '--train',
    join(folder, 'none.jsonl'),
    '--test',
    join(folder, 'none.jsonl'),
  ]);
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toMatch(/none\.jsonl does not exist\.\n$/);
});

test('both commands explain themselves', async () => {
  expect((await run(triage, ['--help'])).out).toContain('--catalogue-only');
  expect((await run(duplicates, ['--help'])).out).toContain('--clusters');
});

test('duplicates are asked for with each message of each cluster', async () => {
  const messages = file('messages.jsonl', [
    { id: '1', subject: '幸福花园搅拌站', detail: '搅拌站太吵' },
    { id: '2', subject: '搅拌站', detail: '幸福花园旁搅拌站粉尘' },
    { id: '3', subject: '公交', detail: '公交不停' },
  ]);
  const clusters = file('clusters.json', [{ mixer: ['1', '2'] }]);
  const said = await run(duplicates, ['--messages', messages, '--clusters', clusters]);
  expect(JSON.parse(said.out)).toMatchObject({ queries: 2, precisionAt1: 1, rPrecision: 1 });
});

test('near-duplicates fall into one fold, the same one every time', () => {
  const text = '丰收路口的红绿灯已经坏了三天，每天早晚高峰非常拥堵，希望有关部门尽快派人修理，谢谢';
  const fold = foldsOf([text, '完全不同的另外一件事情', `${text}。`], 1_000);
  expect(fold[0]).toBe(fold[2]);
  expect(foldsOf([text, '完全不同的另外一件事情', `${text}。`], 1_000)).toEqual(fold);
});

test('a message and the same message split, its stop words gone, fall into one fold', () => {
  const text = '丰收路口的红绿灯已经坏了三天，每天早晚高峰都非常拥堵，希望有关部门尽快派人来修理';
  const words = '丰收 路口 红绿灯 坏 三天 每天 早晚 高峰 拥堵 希望 有关 部门 尽快 派人 修理';
  const [whole, split, other] = foldsOf([text, words, '完全不同的另外一件事情'], 1_000);
  expect(split).toBe(whole);
  expect(other).not.toBe(whole);
});
