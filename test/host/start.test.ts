import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMachine } from './machine.ts';

const folder = mkdtempSync(join(tmpdir(), 'onewhistle-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function start(...args: string[]) {
  const child = spawn(process.execPath, ['local/run.mjs', 'start', ...args]);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([status]) => ({ status: Number(status), ...said }));
  return { child, said, ended };
}

/** What is said when it does not start: one line, status 1, nothing else. */
async function complaint(...args: string[]): Promise<string> {
  const { status, out, err } = await start(...args).ended;
  expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 1, out: '', lines: 2 });
  return err.trim();
}

test('--help says how, and is no failure', async () => {
  const { status, out, err } = await start('--help').ended;
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('--data DIR');
});

test('a wrong option is one sentence', async () => {
  expect(await complaint('--host', '0.0.0.0')).toBe(
    '现在能切换成任何人，只能在本机使用，不能监听 0.0.0.0。请去掉 --host。',
  );
});

test('a data folder that cannot be written is one sentence', async () => {
  const file = join(folder, 'a file');
  writeFileSync(file, '');
  for (const data of [file, join(file, 'below')]) {
    expect(await complaint('--data', data)).toBe(
      `数据目录 ${data} 写不了，请换一个目录（--data DIR）或检查权限。`,
    );
  }
});

test('a database that is not ours is one sentence, and is left as it is', async () => {
  const data = mkdtempSync(join(folder, 'foreign-'));
  writeFileSync(join(data, 'onewhistle.sqlite'), 'somebody’s letters');
  expect(await complaint('--port', '0', '--data', data)).toBe(
    `数据目录 ${data} 里的 onewhistle.sqlite 不是一哨通的数据库，请用 --data 换一个目录。`,
  );
});

test('a database that is open elsewhere is one sentence', async () => {
  const machine = await openMachine();
  closing.push(machine.close);
  expect(await complaint('--port', '0', '--data', machine.data)).toBe(
    `数据目录 ${machine.data} 正被另一个一哨通使用，请先停掉它，或用 --data 换一个目录。`,
  );
});

test('a port in use is one sentence', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise((done) => other.close(done)));
  const { port } = other.address() as AddressInfo;
  const data = join(folder, 'waiting');
  expect(await complaint('--port', String(port), '--data', data, '--empty')).toBe(
    `端口 ${port} 已被占用，请用 --port 换一个，或先停掉占用它的程序。`,
  );
});

test('it says where it is, serves both pages, and goes quietly when told to', async () => {
  const { child, said, ended } = start('--port', '0', '--data', join(folder, 'new/and/deep'), '--empty');
  closing.push(() => {
    child.kill();
    return ended;
  });
  while (!said.out.includes('停止') && child.exitCode === null)
    await Promise.race([once(child.stdout, 'data'), ended]);
  const [three = '', one = ''] = said.out.match(/http:\S+/g) ?? [];
  expect(await (await fetch(three)).text()).toContain('重置演示');
  expect((await fetch(one)).status).toBe(200);
  expect(one).toBe(`${three}m`);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0, err: '' });
});
