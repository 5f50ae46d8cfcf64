import { buildClient } from '../../local/build/client.ts';
import { packNpm } from '../../local/build/pack.ts';
import { packageSizes } from '../../local/build/sizes.ts';

/** What WeChat downloads of each package, in kilobytes. */
export async function* sizes(root: string): AsyncGenerator<object> {
  await buildClient(root);
  await packNpm(root);
  for (const { name, bytes, budget } of await packageSizes(root)) {
    yield { what: 'package', name, kB: Math.ceil(bytes / 1024), budgetKB: budget / 1024 };
  }
}
