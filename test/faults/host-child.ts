import type { AddressInfo } from 'node:net';
import { openHost } from '../../local/host/host.ts';
import { serve } from '../../local/host/server.ts';

/** The host of one machine without its pages, on a free port, until it is killed. Says its port. */
async function main(data: string): Promise<void> {
  const host = await openHost({ data, assets: new Map(), empty: true });
  const server = serve(host).listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  });
}

main(process.argv[2] ?? '').catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
