import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHost } from '../../local/host/host.ts';
import { serve } from '../../local/host/server.ts';

export interface Told {
  readonly status: number;
  readonly type: string;
  /** What JSON said, or the bytes of anything else. */
  readonly body: unknown;
}

export interface Machine {
  readonly port: number;
  readonly data: string;
  readonly host: Awaited<ReturnType<typeof openHost>>;
  /** Sends exactly these headers, as no browser would. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Told>;
  /** The session of somebody on the roster, as headers. */
  as(person: string): Promise<Record<string, string>>;
  close(): Promise<void>;
}

/** A whole host on a free port, with an empty data folder and one page. */
export async function openMachine({ empty = true } = {}): Promise<Machine> {
  const data = await mkdtemp(join(tmpdir(), 'onewhistle-host-'));
  const assets = new Map([['/m', { type: 'text/html; charset=utf-8', body: '<!doctype html>' }]]);
  const host = await openHost({ data, assets, empty });
  const server = serve(host);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const send: Machine['send'] = (method, path, body, headers = {}) => told(port, method, path, body, headers);
  return {
    port,
    data,
    host,
    send,
    async as(person) {
      const { body } = await send('POST', '/session', { code: `demo:${person}` });
      return { authorization: `Bearer ${(body as { token: string }).token}` };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await host.close();
      await rm(data, { recursive: true });
    },
  };
}

function told(
  port: number,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        const whole = Buffer.concat(parts);
        const read = type.startsWith('application/json') ? JSON.parse(whole.toString('utf8')) : whole;
        resolve({ status: response.statusCode ?? 0, type, body: read });
      });
    });
    call.on('error', reject);
    call.end(typeof body === 'string' || body === undefined ? body : JSON.stringify(body));
  });
}
