import { office } from './office.ts';
import type { Known } from './sayings.ts';

const hour = 3_600_000;

/** What the fields of a command may name in an office where these things live, by process. */
export function knownIn(
  streams: readonly { readonly process: string; readonly id: string }[],
  now: number,
): Known {
  const ids = (process: string) =>
    streams.flatMap((stream) => (stream.process === process ? [stream.id] : []));
  return (field) => {
    const own = ids(field);
    if (own.length > 0) return own;
    if (['unit', 'accused', 'suggested', 'to', 'owner'].includes(field))
      return office.units.map(({ id }) => id);
    if (field === 'code') return ['402915'];
    if (field === 'matter') return office.matters.map(({ id }) => id);
    if (field === 'grid') return office.grids.map(({ id }) => id);
    if (field === 'days') return [7, 15, 30, 31];
    if (field === 'amount') return [1, 2, 7, 8];
    if (field === 'parent' || field === 'into') return ids('appeal');
    if (field.endsWith('At') || field === 'until')
      return [1, 24, 24 * 7, 24 * 40].map((after) => now + after * hour);
    return [];
  };
}
