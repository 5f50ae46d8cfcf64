import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Address } from '../../local/host/address.ts';
import { openHost } from '../../local/host/host.ts';
import type { Source } from '../../local/move/places.ts';
import { openSource } from '../../local/move/sources.ts';
import { canonical } from '../../local/move/sums.ts';

/** The sample office in a folder, as a host leaves it that was stopped. */
export async function sampleIn(data: string): Promise<Address & { readonly kind: 'sqlite' }> {
  const host = await openHost({ data, assets: new Map(), empty: false });
  await host.close();
  return { kind: 'sqlite', file: join(data, 'onewhistle.sqlite') };
}

/** Every document there is, in canonical form, each collection by id. */
export async function contentOf(address: Address): Promise<string> {
  const source = await openSource(address, { live: true });
  const text = await contentOfSource(source);
  await source.close();
  return text;
}

export async function contentOfSource(source: Source): Promise<string> {
  const lines: string[] = [];
  for (const { name } of collections)
    for await (const doc of source.read(name, '')) lines.push(`${name} ${canonical(doc)}`);
  return lines.join('\n');
}

export const bytesOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
