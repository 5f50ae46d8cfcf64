import type { Kind, Matter, Office, Tier, Unit } from '../office/office.ts';
import { accusedIn } from './accused.ts';
import { emergencyIn } from './emergency.ts';
import { catalogueOf, heirOf } from './in-force.ts';
import { kindIn } from './kind.ts';
import { indexWords, lookUp, type WordIndex } from './lookup.ts';
import type { MatterGuess, Named, PastCase, Proposal, Way } from './proposal.ts';
import { type Facts, reasonsOf } from './reasons.ts';
import { type Trained, type Weighed, weigh } from './weigh.ts';

/** What of an appeal is read. Without words nothing is guessed from them. */
export interface Asked {
  readonly text: string;
  readonly grid?: string | undefined;
  /** Named by the resident, or decided when it was accepted. */
  readonly matter?: string | undefined;
  readonly kind?: Kind | undefined;
  /** The unit complained about, once a person has said so. */
  readonly accused?: string | undefined;
  readonly tier?: Tier | undefined;
}

/** What the office has learnt: its model, and its own cases like this one, the likest first. */
export interface Learnt {
  readonly trained?: Trained | undefined;
  readonly past: readonly PastCase[];
}

/** A matter the resident named counts for this share; a guess of the page may stand behind it. */
const namedShare = 0.25;
const runnersUp = 2;
/** How many times as likely as the next one the first must be. */
const clearly = 3;

const indexes = new WeakMap<readonly Matter[], WordIndex>();

/** The words of the office's catalogue, gathered once. */
export function wordsOf(office: Office): WordIndex {
  const known = indexes.get(office.matters) ?? indexWords(catalogueOf(office));
  indexes.set(office.matters, known);
  return known;
}

/** Where an appeal goes, and why. `office` is as it is today, see `officeOn`; what is not sure goes to a consultation. */
export function propose(asked: Asked, office: Office, { trained, past: cases }: Learnt): Proposal {
  const heir = (matter: string) => heirOf(office, matter);
  const past = cases.map((each) => ({ ...each, matter: heir(each.matter) }));
  const areas = areasOf(asked, office);
  const rows = rowsFor(office.matters, areas);
  const seen = lookUp(wordsOf(office), { detail: asked.text }, { on: '', rows });
  const weighed = asked.text === '' ? [] : weigh({ detail: asked.text }, seen, rows, { trained, past, heir });
  const ranked = named(asked, rows, weighed);
  const guesses = ranked.map(({ matter, confidence }) => guessOf(rows, matter, confidence));
  const [first] = guesses;
  const row = first && rows.get(first.id);
  const facts: Facts = {
    asked,
    office,
    areas,
    row,
    first,
    rival: rivalOf(guesses),
    matched: seen.matters.find(({ id }) => id === first?.id)?.words ?? [],
    past,
    spoken: kindIn(asked.text),
    kind: asked.kind ?? kindIn(asked.text)?.kind ?? row?.kind ?? 'help',
    emergency: emergencyIn(asked.text),
    accused: accusedOf(asked, office),
  };
  return proposalOf(facts, guesses);
}

/** Whom a person named counts before whom the words name. */
function accusedOf({ text, accused, kind }: Asked, { units }: Office): Facts['accused'] {
  const named = units.find(({ id }) => id === accused);
  if (named) return { unit: named, words: '' };
  return kind === undefined ? accusedIn(text, units) : undefined;
}

function proposalOf(facts: Facts, guesses: readonly MatterGuess[]): Proposal {
  const { asked, row, first, office, kind, emergency, areas } = facts;
  const way = wayOf(facts);
  const told = new Set(emergency.numbers);
  const lead = way === 'refer' ? undefined : leadOf(facts);
  return {
    way,
    matter: first,
    also: guesses.slice(1, 1 + runnersUp),
    lead,
    assists: way === 'refer' ? [] : assistsOf(facts, lead),
    kind,
    tier: asked.tier ?? (told.size > 0 ? 'T1' : (row?.tier ?? 'T3')),
    emergency: [...told],
    accused: facts.accused && nameOf(facts.accused.unit),
    grid: areas.grid,
    community: areas.community,
    past: facts.past,
    matched: facts.matched,
    reasons: reasonsOf(facts, way),
    clear: way === 'dispatch' && office.units.some(({ id }) => id === lead?.id),
  };
}

/** 违纪违法线索只移送；不够有把握的、被反映单位自己主办的，先会商. */
function wayOf({ row, first, rival, office, accused, asked, kind }: Facts): Way {
  if (row?.lead === 'discipline' || (kind === 'report' && accused)) return 'refer';
  const sure = asked.kind !== undefined || (!rival && isSure(first, office));
  if (!row || !sure) return 'consult';
  if (accused?.unit.id === row.lead || !office.units.some(({ id }) => id === row.lead)) return 'consult';
  return row.whistle === undefined ? 'dispatch' : 'whistle';
}

function isSure(first: MatterGuess | undefined, { rules }: Office): boolean {
  return first !== undefined && first.confidence >= rules.routing.consultBelow;
}

/** The next likeliest where it is near: the words may speak of two matters. */
function rivalOf([first, second]: readonly MatterGuess[]): MatterGuess | undefined {
  return first && second && second.confidence * clearly > first.confidence ? second : undefined;
}

/** 被反映的单位不能单独主办：由街道牵头（条例第三十五条）. */
function leadOf({ row, accused, office }: Facts): Named | undefined {
  if (!row) return undefined;
  const street = office.units.find(({ kind }) => kind === 'street');
  const lead = accused?.unit.id === row.lead ? street : office.units.find(({ id }) => id === row.lead);
  return lead && nameOf(lead);
}

function assistsOf({ row, accused, office }: Facts, lead: Named | undefined): Named[] {
  const wanted = (row?.assists ?? []).filter((id) => id !== accused?.unit.id && id !== lead?.id);
  return wanted.flatMap((id) => office.units.filter((unit) => unit.id === id).map(nameOf));
}

function nameOf({ id, zh }: Unit): Named {
  return { id, zh };
}

/** The row of a matter that holds in a grid. */
export function rowIn(
  office: Office,
  { matter, grid }: { matter: string; grid: string },
): Matter | undefined {
  return rowsFor(office.matters, areasOf({ text: '', grid }, office)).get(matter);
}

interface Areas {
  readonly grid?: Named | undefined;
  readonly community?: Named | undefined;
}

function areasOf({ grid: wanted }: Asked, { grids, units }: Office): Areas {
  const grid = grids.find(({ id }) => id === wanted);
  const community = units.find(({ id }) => id === grid?.community);
  return { grid: grid && { id: grid.id, zh: grid.zh }, community: community && nameOf(community) };
}

/** By id the row that holds here: one written for the grid, or the community, before one for everywhere. */
function rowsFor(matters: readonly Matter[], { grid, community }: Areas): Map<string, Matter> {
  const here = ({ areas }: Matter) =>
    areas === undefined || [grid, community].some((area) => area && areas.includes(area.id));
  const rows = new Map<string, Matter>();
  for (const row of matters.filter(here))
    if (row.areas !== undefined || !rows.has(row.id)) rows.set(row.id, row);
  return rows;
}

/**
 * What was decided stands first and sure. What the resident named counts where the words do not say it already: the page
 * proposes it by the same words.
 */
function named(
  { matter, kind }: Asked,
  rows: ReadonlyMap<string, Matter>,
  all: readonly Weighed[],
): readonly Weighed[] {
  if (matter === undefined || !rows.has(matter)) return all;
  const others = all.filter((one) => one.matter !== matter);
  if (kind !== undefined) return [{ matter, confidence: 1 }, ...others];
  if (all[0]?.matter === matter) return all;
  const own = all.find((one) => one.matter === matter)?.confidence ?? 0;
  return [
    ...others.map((one) => ({ ...one, confidence: one.confidence * (1 - namedShare) })),
    { matter, confidence: own * (1 - namedShare) + namedShare },
  ].sort((a, b) => b.confidence - a.confidence);
}

function guessOf(rows: ReadonlyMap<string, Matter>, id: string, confidence: number): MatterGuess {
  return { id, zh: rows.get(id)?.zh ?? id, confidence };
}
