import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pageFiles } from '../../local/host/assets.ts';
import { openHost } from '../../local/host/host.ts';
import { serve } from '../../local/host/server.ts';

export interface Street {
  /** Where the pages are, without a slash at the end. */
  readonly url: string;
  /** Puts the office's clock this many ms ahead and lets it mark what is late. */
  moveClock(offset: number): Promise<void>;
  close(): Promise<void>;
}

const root = process.cwd();
let built: ReturnType<typeof pageFiles> | undefined;

/** The whole product of one machine on a free port, with an office nobody has written to yet. */
export async function openStreet({ empty = true } = {}): Promise<Street> {
  built ??= pageFiles(root, 'demo');
  const data = await mkdtemp(join(tmpdir(), 'onewhistle-street-'));
  const host = await openHost({ data, assets: await built, empty });
  const server = serve(host);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    async moveClock(offset) {
      await host.demo('POST', '/demo/clock', { offset });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await host.close();
      await rm(data, { recursive: true });
    },
  };
}
