import { type Alike, type Explained, showInstant, words } from '../../../lib/domain';

interface Guess {
  readonly id: string;
  readonly zh: string;
  readonly sure: string;
}

interface Case {
  readonly id: string;
  readonly number: string;
  /** What was written, as far as a glance needs it. */
  readonly words?: string;
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
    | 'more'
    | 'pieces'
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
    also: also.filter(({ confidence }) => confidence >= least).map(guessOf),
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
  const { id, number, at, status, matter } = other;
  return {
    id,
    number,
    words: other.text.slice(0, longest),
    open: !over.includes(status),
    text: [words.appealStatus[status].zh, matter?.zh, showInstant(at, now)].filter(Boolean).join(' · '),
    note: likenessOf(other, t),
  };
}

function likenessOf(other: Alike, t: Copy): string {
  const { common, samePerson, repeats, sameGrid, sameMatter, metres, more = 0 } = other;
  return [
    repeats ? t.repeats : samePerson ? t.samePerson : '',
    more > 0 ? `${t.more} ${more} ${t.pieces}` : '',
    sameMatter ? t.sameMatter : '',
    sameGrid ? t.sameGrid : '',
    metres === undefined ? '' : `${t.apart} ${metres} ${t.metres}`,
    commonShown(common, t),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Below one in a hundred nobody needs to read it. */
const least = 0.01;

/** Characters of another appeal that are shown. */
const longest = 60;

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
