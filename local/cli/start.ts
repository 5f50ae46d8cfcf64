import { accessSync, constants, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { buildClient } from '../build/client.ts';
import { shown } from '../host/address.ts';
import { pageFiles } from '../host/assets.ts';
import { openHost } from '../host/host.ts';
import { help, type Options, readOptions, Usage } from '../host/options.ts';
import { type Host, serve } from '../host/server.ts';

/** `npm start`: one machine, one process, the whole product. */
export async function main(args: readonly string[], root: string): Promise<number> {
  try {
    const options = readOptions(args);
    if (!options) {
      process.stdout.write(`${help}\n`);
      return 0;
    }
    await run(options, root);
    return 0;
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function run(options: Options, root: string): Promise<void> {
  const data = resolve(options.data);
  mustWrite(data);
  await buildClient(root);
  const assets = await assetsOf(options, root);
  const host = await openHost({ ...options, data, assets, lived: true }).catch((error) => {
    throw folderSentence(error, data);
  });
  const server = serve(host);
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(portSentence(error, options.port)));
    server.listen(options.port, options.host, done);
  }).catch(async (error) => {
    await host.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${greeting(options, port)}\n`);
  process.stdout.write(`${placeOf(options)}，按 Ctrl+C 停止。\n`);
  await new Promise<void>((done) => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
  });
  server.close();
  server.closeAllConnections();
  await host.close();
}

/** With WeChat residents have their pages there; only staff who may sign in from a browser need them here. */
async function assetsOf({ weChat, seal }: Options, root: string): Promise<Host['assets']> {
  if (!weChat) return pageFiles(root, 'demo');
  return seal ? pageFiles(root, 'staff') : new Map();
}

function placeOf({ data, store }: Options): string {
  const inside = store.kind === 'sqlite' && dirname(store.file) === dirname(join(data, 'file'));
  return inside ? `数据在 ${data}` : `数据库是 ${shown(store)}，照片在 ${data}`;
}

function greeting({ weChat, seal, host }: Options, port: number): string {
  const at = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (weChat && seal)
    return `一哨通已启动：${at}/ ，供小程序使用，用微信登录；工作人员从浏览器登录：${at}/staff`;
  if (weChat) return `一哨通已启动：${at}/ ，供小程序使用，用微信登录。`;
  return `一哨通已启动：${at}/ （三部手机）  ${at}/m （一部手机）`;
}

function mustWrite(data: string): void {
  try {
    mkdirSync(data, { recursive: true });
    accessSync(data, constants.W_OK);
  } catch {
    throw unwritable(data);
  }
}

function unwritable(data: string): Usage {
  return new Usage(`数据目录 ${data} 写不了，请换一个目录（--data DIR）或检查权限。`);
}

/** What the database cannot be opened for is a sentence already; the folder of the photos may fail just as well. */
function folderSentence(error: NodeJS.ErrnoException, data: string): Error {
  const denied = /^(EACCES|EPERM|EROFS|ENOSPC|SQLITE_(READONLY|CANTOPEN|FULL).*)$/.test(error.code ?? '');
  return denied ? unwritable(data) : error;
}

function portSentence(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Usage(`端口 ${port} 已被占用，请用 --port 换一个，或先停掉占用它的程序。`);
  if (error.code === 'EACCES') return new Usage(`没有权限使用端口 ${port}，请用 --port 换一个大于 1024 的。`);
  return error;
}
