import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openHost } from '../../local/host/host.ts';
import { sealOf } from '../../local/host/seal.ts';
import { serve } from '../../local/host/server.ts';
import { appid, secret } from './api-server.ts';
import * as pushing from './pushing.ts';

type Host = Awaited<ReturnType<typeof openHost>>;

export interface OwnServer {
  readonly host: Host;
  readonly url: string;
  close(): Promise<void>;
}

/** A host on a free port. `base`: where WeChat is; without it people are picked. */
export async function openOwnServer(data: string, base: string | undefined): Promise<OwnServer> {
  const seal = sealOf({ FACTOR_KEYS: `a:${Buffer.alloc(32, 7).toString('base64')}` });
  const setting = {
    data,
    assets: new Map(),
    empty: true,
    push: pushing.setting,
    ...(seal && { seal }),
    ...(base && { weChat: { appid, secret, base } }),
  };
  const host = await openHost(setting);
  const server = serve(host);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url, close: () => close(server, host) };
}

async function close(server: Server, host: Host): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await host.close();
}
