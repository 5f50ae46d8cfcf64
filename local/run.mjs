// The way in for every npm script. Plain JavaScript on Node alone: it must work before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = 'start', ...args] = process.argv.slice(2);
process.chdir(root);

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `需要 Node 20.19 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装新版后再试。`,
  );
}

/** What the lock file asks for and what is installed name the same versions. */
function installed() {
  const hidden = `${root}node_modules/.package-lock.json`;
  if (!existsSync(hidden)) return false;
  const asked = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')).packages;
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(asked).every(
    ([path, { version, optional }]) => path === '' || optional || there[path]?.version === version,
  );
}

if (!installed()) {
  process.stdout.write('第一次运行，正在安装依赖（约一两分钟）……\n');
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('依赖没有装上。请检查网络后重新运行同一条命令。');
}

const { build } = await import('esbuild');
const outfile = `${root}dist/cli/${command}.mjs`;
const entry = [`${root}local/cli/${command}.ts`, `${root}test/${command}/main.ts`].find(existsSync);
if (!entry) stop(`没有 ${command} 这个命令。`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'error',
});
process.setSourceMapsEnabled(true);
const { main } = await import(pathToFileURL(outfile).href);
process.exitCode = await main(args, root);
