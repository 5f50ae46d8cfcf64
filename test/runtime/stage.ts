/// <reference lib="dom" />
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BuiltFile, buildPages } from '../../local/browser/build/index.ts';
import { closeBrowser, closePhones, type Mode, openPhone, type Phone } from '../support/browser.ts';

export const modes: readonly Mode[] = ['touch', 'mouse'];

const root = `${process.cwd()}/test/runtime/fixture`;
const deployment = "export const deployment = { kind: 'test' };\n";

/** The fixture, served; opens phones that show a page of it. A phone that complained fails its test. */
export function setFixture(): { phone(path: string, mode?: Mode): Promise<Phone>; url(): string } {
  let server: Server | undefined;
  let url = '';
  beforeAll(async () => {
    const { files, diagnostics } = await buildPages({ root, deployment });
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
    const opened = createServer((request, response) => void answer(files, request, response));
    server = opened;
    await new Promise<void>((done) => opened.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
  }, 60_000);
  afterEach(closePhones);
  afterAll(async () => {
    await closeBrowser();
    server?.closeAllConnections();
    await new Promise((done) => server?.close(done));
  });
  return { url: () => url, phone: (path, mode = 'touch') => openPhone(url, 'tester', { path, mode }) };
}

const polygons = [
  {
    name: '一号网格',
    points: [
      { longitude: 101, latitude: 36 },
      { longitude: 102, latitude: 36 },
      { longitude: 102, latitude: 37 },
      { longitude: 101, latitude: 37 },
    ],
  },
];
const people = [
  { id: 'tester', name: '甲', title: '试验', kind: 'resident' },
  { id: 'other', name: '乙', title: '试验', kind: 'grid' },
];

async function answer(
  files: ReadonlyMap<string, BuiltFile>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://fixture');
  const json = (value: unknown) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  if (pathname === '/demo/people') json(people);
  else if (pathname === '/demo/map') json({ polygons });
  else if (pathname === '/echo') {
    const { method, headers } = request;
    json({ method, search, type: headers['content-type'], body: await textOf(request) });
  } else {
    const { type, body } = files.get(pathname) ?? { type: 'text/plain', body: undefined };
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1');
}
