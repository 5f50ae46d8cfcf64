import { type Alike, type Explained, showInstant, words } from '../../../lib/domain';

interface Guess {
  readonly id: string;
  readonly zh: string;
  readonly sure: string;
}

interface Case {
  readonly id: string;
  readonly number: string;
  /** What it was decided to be, or what it has in common. */
  readonly text: string;
  readonly note: string;
  /** Another may still go with it. */
  readonly open?: boolean;
}

export interface WhyShown {
  readonly way: string;
  readonly first: Guess | null;
  readonly lead: string;
  readonly decided: string;
  readonly also: readonly Guess[];
  readonly reasons: readonly string[];
  readonly past: readonly Case[];
  readonly alike: readonly Case[];
}

type Copy = Readonly<
  Record<
    | 'proposed'
    | 'agreed'
    | 'common'
    | 'samePerson'
    | 'repeats'
    | 'sameGrid'
    | 'sameMatter'
    | 'metres'
    | 'apart'
    | 'lead'
    | 'corrected',
    string
  >
>;

interface Named {
  readonly id: string;
  readonly zh: string;
}

interface Known {
  readonly matters: readonly Named[];
  readonly units: readonly Named[];
}

export function whyShown(
  proposal: Explained,
  alike: readonly Alike[],
  office: Known,
  now: number,
  t: Copy,
): WhyShown {
  const { way, matter, also, lead, reasons, past, decided } = proposal;
  return {
    way: words.way[way].zh,
    first: matter ? guessOf(matter) : null,
    lead: lead?.zh ?? '',
    decided: decided ? decidedShown(decided, t) : '',
    also: also.map(guessOf),
    reasons: reasons.map(({ zh }) => zh),
    past: past.map(({ id, number, matter: done, lead: unit, common, corrected }) => ({
      id,
      number,
      text: [nameOf(office.matters, done), unit && `${t.lead} ${nameOf(office.units, unit)}`]
        .filter(Boolean)
        .join(' · '),
      note: [commonShown(common, t), corrected ? t.corrected : ''].filter(Boolean).join(' · '),
    })),
    alike: alike.map((each) => alikeShown(each, now, t)),
  };
}

const over: readonly string[] = [
  'awaitingRating',
  'closed',
  'declined',
  'transferred',
  'merged',
  'withdrawn',
];

function guessOf({ id, zh, confidence }: Named & { readonly confidence: number }): Guess {
  return { id, zh, sure: `${Math.round(confidence * 100)}%` };
}

function decidedShown({ matter, proposed }: NonNullable<Explained['decided']>, t: Copy): string {
  if (!proposed) return matter.zh;
  return proposed.id === matter.id
    ? `${matter.zh}（${t.agreed}）`
    : `${matter.zh}（${t.proposed} ${proposed.zh}）`;
}

function alikeShown(other: Alike, now: number, t: Copy): Case {
  const { id, number, at, status, matter, common, samePerson, repeats, sameGrid, sameMatter, metres } = other;
  const who = repeats ? t.repeats : samePerson ? t.samePerson : '';
  const where = metres === undefined ? '' : `${t.apart} ${metres} ${t.metres}`;
  return {
    id,
    number,
    open: !over.includes(status),
    text: [words.appealStatus[status].zh, matter?.zh, showInstant(at, now)].filter(Boolean).join(' · '),
    note: [who, sameMatter ? t.sameMatter : '', sameGrid ? t.sameGrid : '', where, commonShown(common, t)]
      .filter(Boolean)
      .join(' · '),
  };
}

function commonShown(common: readonly string[], t: Copy): string {
  return common.length === 0
    ? ''
    : `${t.common}${common
        .slice(0, 4)
        .map((word) => `「${word}」`)
        .join('')}`;
}

function nameOf(all: readonly Named[], wanted: string): string {
  return all.find(({ id }) => id === wanted)?.zh ?? wanted;
}
