import type { AddressInfo } from 'node:net';
import { readAddress } from '../../local/host/address.ts';
import { openHost } from '../../local/host/host.ts';
import { serve } from '../../local/host/server.ts';

/** The host of one machine without its pages, on a free port, until it is killed. Says its port. */
async function main(data: string, store: string | undefined): Promise<void> {
  const where = store === undefined ? {} : { store: readAddress(store, 'store') };
  const host = await openHost({ data, assets: new Map(), empty: true, ...where });
  const server = serve(host).listen(0, '127.0.0.1', () => {
    process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
  });
}

main(process.argv[2] ?? '', process.argv[3]).catch((error) => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
