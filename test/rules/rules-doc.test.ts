import { readFileSync } from 'node:fs';
import { registry } from '../../domain/registry.ts';
import { clock } from '../../domain/words.ts';
import { textsIn } from '../support/sources.ts';

/** `docs/rules.md`：每一步、每一种拒绝、每一个时限都有依据和测试，一样不多，一样不少. */
const rows = readFileSync('docs/rules.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const named = (prefix: string) =>
  rows.flatMap((cells) =>
    [...(cells[2] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    ),
  );

const moves = Object.entries(registry).flatMap(([process, { moves }]) =>
  Object.keys(moves).map((move) => `${process}.${move}`),
);
const refusals = [...textsIn('domain', 'Refusal', 0), ...textsIn('domain', 'must', 1)];
const titles = new Set([...textsIn('test', 'test', 0), ...textsIn('test', 'it', 0)]);

test.each([
  ['动作', 'move:', moves],
  ['拒绝', 'refusal:', [...new Set(refusals)]],
  ['时限', 'clock:', Object.keys(clock)],
])('每一个%s都在 docs/rules.md 里，没有多余的', (_, prefix, all) => {
  expect(named(prefix).sort()).toEqual([...all].sort());
});

test('每一行都写了依据和测试，测试都在', () => {
  expect(rows.length).toBeGreaterThan(0);
  for (const [, basis = '', name = '', tests = ''] of rows) {
    expect([name, basis]).toEqual([name, expect.stringMatching(/./)]);
    const cited = [...tests.matchAll(/「([^」]+)」/g)].map(([, title = '']) => title);
    expect([name, cited.length > 0]).toEqual([name, true]);
    expect([name, cited.filter((title) => !titles.has(title))]).toEqual([name, []]);
  }
});
