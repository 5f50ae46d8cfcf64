import type { Matter } from '../office/office.ts';
import { type Model, predict } from './classifier.ts';
import { hintsOf, type Lookup } from './lookup.ts';
import type { PastCase } from './proposal.ts';

/** A model of an office's own decisions, and how likely it is that the next matter is one it has never seen (0–1). */
export interface Trained {
  readonly model: Model;
  readonly unseen: number;
}

export interface Weighed {
  readonly matter: string;
  readonly confidence: number;
}

/** How fast the share of a catalogue row grows with its points, and how many points are strong evidence. */
const steep = 2;
const strong = 1.2;
/** Past cases less like it than this say nothing; this much more, and they say nearly all. */
const faint = 0.06;
const plain = 0.2;
const most = 0.9;

type Shares = Map<string, number>;

/** What was learnt; `heir` names the matter that took the place of one that has ended. */
interface Known {
  readonly trained?: Trained | undefined;
  readonly past: readonly PastCase[];
  heir(matter: string): string;
}

/**
 * How likely each matter in force is. The catalogue speaks for what the office has not met yet (as likely as matters met
 * only once are frequent), the model for what it has; cases nearly the same outweigh both.
 */
export function weigh(
  message: { readonly detail: string },
  seen: Lookup,
  inForce: ReadonlyMap<string, Matter>,
  { trained, past, heir }: Known,
): Weighed[] {
  let shares = byCatalogue(seen);
  if (trained) shares = mixed(shares, byModel(trained.model, message, seen, heir), 1 - trained.unseen);
  const near = past.filter(({ matter }) => inForce.has(matter));
  shares = mixed(shares, byPast(near), Math.min(most, Math.max(0, ((near[0]?.score ?? 0) - faint) / plain)));
  return [...shares]
    .filter(([matter]) => inForce.has(matter))
    .map(([matter, confidence]) => ({ matter, confidence }))
    .sort((a, b) => b.confidence - a.confidence || (a.matter < b.matter ? -1 : 1));
}

function byCatalogue({ matters }: Lookup): Shares {
  const powers = matters.slice(0, 8).map(({ id, score }) => [id, score ** steep] as const);
  const sum = powers.reduce((total, [, power]) => total + power, 0);
  const evidence = 1 - Math.exp(-(matters[0]?.score ?? 0) / strong);
  return new Map(powers.map(([id, power]) => [id, (evidence * power) / (sum || 1)]));
}

/** What it learnt of a matter that has ended speaks for the one that took its place. */
function byModel(
  model: Model,
  message: { readonly detail: string },
  seen: Lookup,
  heir: Known['heir'],
): Shares {
  const { guesses } = predict(model, { ...message, hints: hintsOf(seen) });
  const shares: Shares = new Map();
  for (const { label, confidence } of guesses)
    shares.set(heir(label), (shares.get(heir(label)) ?? 0) + confidence);
  return shares;
}

/** A correction speaks louder than an agreement: it says what the rest got wrong. */
function byPast(near: readonly PastCase[]): Shares {
  const votes: Shares = new Map();
  for (const { matter, score, corrected } of near)
    votes.set(matter, (votes.get(matter) ?? 0) + score ** 2 * (corrected ? 2 : 1));
  const sum = [...votes.values()].reduce((total, vote) => total + vote, 0);
  return new Map([...votes].map(([matter, vote]) => [matter, vote / sum]));
}

function mixed(one: Shares, other: Shares, share: number): Shares {
  const both: Shares = new Map();
  for (const [shares, weight] of [
    [one, 1 - share],
    [other, share],
  ] as const)
    for (const [id, value] of shares) both.set(id, (both.get(id) ?? 0) + weight * value);
  return both;
}
