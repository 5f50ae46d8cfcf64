import type { Cloud, Files } from '../../cloudfunctions/cloud.ts';

export type Lying = Map<string, { readonly type: string; readonly content: Buffer }>;

/** The cloud with its files lying in memory, to be looked at. */
export function withFiles(cloud: Cloud, lying: Lying): Cloud {
  const keep: Files['keep'] = async ({ id, type, content }) =>
    void lying.set(id, { type, content: Buffer.from(content) });
  const drop: Files['drop'] = async (id) => void lying.delete(id);
  return { ...cloud, files: { ...cloud.files, keep, drop } };
}
