import { type WhistleView, words } from '../../../lib/domain';
import type { Option } from '../../../lib/form';
import { gather } from '../../../lib/gather';

type Kind = keyof typeof words.score;

/** One department on the sheet of scores; 0 is not scored yet. */
export interface Scored {
  readonly unit: string;
  readonly zh: string;
  readonly rows: readonly { readonly kind: Kind; readonly zh: string; readonly value: number }[];
}

const kinds = Object.keys(words.score) as Kind[];

export function firstScores(view: WhistleView | undefined): Scored[] {
  return countedIn(view).map(({ unit, zh }) => ({
    unit,
    zh,
    rows: kinds.map((kind) => ({ kind, zh: words.score[kind].zh, value: 0 })),
  }));
}

function countedIn(view: WhistleView | undefined) {
  const units = view?.units ?? [];
  return units.filter(({ role, status }) => role !== 'inform' && status !== 'released');
}

export function scored(sheet: readonly Scored[], unit: string, kind: Kind, value: number): Scored[] {
  return sheet.map((each) =>
    each.unit === unit
      ? { ...each, rows: each.rows.map((row) => (row.kind === kind ? { ...row, value } : row)) }
      : each,
  );
}

/** As the office takes them; `undefined` while one is missing. */
export function scoresOf(sheet: readonly Scored[], remarks: Readonly<Record<string, string>>) {
  if (sheet.some(({ rows }) => rows.some(({ value }) => value === 0))) return undefined;
  const of = ({ rows }: Scored, kind: Kind) => rows.find((row) => row.kind === kind)?.value ?? 0;
  return sheet.map((each) => ({
    unit: each.unit,
    reportIn: of(each, 'reportIn'),
    handling: of(each, 'handling'),
    result: of(each, 'result'),
    ...(remarks[each.unit] && { words: remarks[each.unit] }),
  }));
}

/** Departments that have not come and are not yet told of to the district. */
export function waitingIn(view: WhistleView | undefined): Option[] {
  return gather(countedIn(view), ({ unit, zh, status }) => {
    const away = status === 'pending' || status === 'acknowledged' || status === 'onTheWay';
    const told = view?.escalations.some((each) => each.unit === unit);
    return away && !told ? [{ value: unit, zh }] : [];
  });
}
