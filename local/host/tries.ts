/** How somebody's tries have gone; one that is under way counts as failed until it has been found right. */
export interface Tries {
  /** In a row. */
  readonly failures: number;
  /** Epoch ms. */
  readonly waitUntil: number;
}

/** After how many failures in a row there is a wait, how long the first one is and the longest, in ms. */
export interface Patience {
  readonly most: number;
  readonly first: number;
  readonly longest: number;
}

export const untried: Tries = { failures: 0, waitUntil: 0 };

/** One try more, before it is known how it ends: many at once are as many tries. Each wait is twice the last. */
export function tried({ failures }: Tries, { most, first, longest }: Patience, now: number): Tries {
  const times = failures + 1;
  const wait = Math.min(first * 2 ** (times - most), longest);
  return { failures: times, waitUntil: times >= most ? now + wait : 0 };
}

/** Slows down whoever fails again and again from one place. Of this process alone, and forgotten with it. */
export interface Brake {
  /** Takes one try; `false` as long as this place has to wait. */
  take(source: string): boolean;
  /** It was right: nothing is held against this place any more. */
  release(source: string): void;
}

/** A whole office may share one address. In ms. */
const ofPlace: Patience = { most: 20, first: 60_000, longest: 15 * 60_000 };
const mostPlaces = 10_000;

export function openBrake(now: () => number): Brake {
  const places = new Map<string, Tries>();
  return {
    take(source) {
      const tries = places.get(source) ?? untried;
      if (tries.waitUntil > now()) return false;
      places.delete(source);
      const [longestAgo] = places.keys();
      if (places.size >= mostPlaces && longestAgo !== undefined) places.delete(longestAgo);
      places.set(source, tried(tries, ofPlace, now()));
      return true;
    },
    release: (source) => void places.delete(source),
  };
}

/** Where a call comes from. Of IPv6 a household has a whole network: its first four groups. */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = tail === undefined ? 0 : 8 - (front?.length ?? 0) - (back?.length ?? 0);
  return [...(front ?? []), ...Array(Math.max(missing, 0)).fill('0'), ...(back ?? [])].slice(0, 4).join(':');
}
