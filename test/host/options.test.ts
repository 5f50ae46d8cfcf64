import { help, readOptions, Usage } from '../../local/host/options.ts';

function refusal(...args: string[]): string {
  try {
    readOptions(args);
  } catch (error) {
    if (error instanceof Usage) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Thirty days. */
const lasts = 2_592_000_000;

test('without a word it starts on this machine, port 8787, with its data in ./data and the sample', () => {
  const store = { kind: 'sqlite', file: 'data/onewhistle.sqlite' };
  const all = { port: 8787, host: '127.0.0.1', data: './data', store, empty: false, proxied: false, lasts };
  expect(readOptions([])).toEqual(all);
});

test('every option is heard, in both spellings', () => {
  const store = { kind: 'sqlite', file: '/srv/street.sqlite' };
  const all = { port: 9000, host: '::1', data: '/srv/street', store, empty: true, proxied: false, lasts };
  const said = { port: '9000', host: '::1', data: '/srv/street', store: 'sqlite:/srv/street.sqlite' };
  const pairs = Object.entries(said).map(([name, value]) => [`--${name}`, value] as const);
  expect(readOptions([...pairs.flat(), '--empty'])).toEqual(all);
  expect(readOptions([...pairs.map((pair) => pair.join('=')), '--empty'])).toEqual(all);
});

test('port 0 lets the system choose', () => {
  expect(readOptions(['--port', '0'])?.port).toBe(0);
});

test('--help asks for nothing but help, which names every option', () => {
  expect(readOptions(['--help', '--port', 'no'])).toBeUndefined();
  for (const option of ['--port', '--host', '--data', '--store', '--empty', '--help'])
    expect(help).toContain(option);
});

test.each(['no', '1.5', '65536', '-1', '', ' ', '0x50', '1e3'])('port “%s” is refused', (port) => {
  expect(refusal(`--port=${port}`)).toBe(`端口应是 0 到 65535 的整数，不是 ${port}。`);
});

test.each(['127.0.0.1', '::1', 'localhost'])('%s is this machine', (host) => {
  expect(readOptions(['--host', host])?.host).toBe(host);
});

test.each(['0.0.0.0', '::', '192.168.1.2', 'office.example', ''])(
  'while anybody can be played, it does not listen on “%s”',
  (host) => {
    expect(refusal(`--host=${host}`)).toBe(
      `现在能切换成任何人，只能在本机使用，不能监听 ${host}。请去掉 --host。`,
    );
  },
);

test('an option nobody knows, or without its value, is one Chinese sentence with the way to help', () => {
  expect(refusal('--prot', '80')).toBe('不认识的选项 --prot。用 --help 看有哪些。');
  expect(refusal('-p')).toBe('不认识的选项 -p。用 --help 看有哪些。');
  expect(refusal('8080')).toBe('不认识的选项 8080。用 --help 看有哪些。');
  expect(refusal('--port')).toBe('选项 --port 的写法不对。用 --help 看有哪些。');
  expect(refusal('--empty=yes')).toBe('选项 --empty 的写法不对。用 --help 看有哪些。');
});

test('an empty data folder is refused: it would be the current one', () => {
  expect(refusal('--data=')).toBe('--data 后面要写一个目录。');
});
