import type { PublicOffice, Unit } from '../../lib/domain';

/** A unit on its way into a dispatch or a whistle. */
export interface Chosen {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
  readonly need: string;
}

/** The first one leads; one that is there already stays as it is. */
export function added(chosen: readonly Chosen[], unit: string): readonly Chosen[] {
  if (chosen.some((each) => each.unit === unit)) return chosen;
  const role = chosen.some((each) => each.role === 'lead') ? 'assist' : 'lead';
  return [...chosen, { unit, role, need: '' }];
}

export function removed(chosen: readonly Chosen[], unit: string): readonly Chosen[] {
  return chosen.filter((each) => each.unit !== unit);
}

/** There is one lead: who led before assists from now on. */
export function led(chosen: readonly Chosen[], unit: string): readonly Chosen[] {
  return chosen.map((each) => ({ ...each, role: each.unit === unit ? 'lead' : 'assist' }));
}

export function needed(chosen: readonly Chosen[], unit: string, need: string): readonly Chosen[] {
  return chosen.map((each) => (each.unit === unit ? { ...each, need } : each));
}

export interface Found {
  readonly id: string;
  readonly zh: string;
  readonly duty: string;
  readonly on: boolean;
}

const most = 20;

/** Units whose name or duty holds the words looked for; without words none: the proposals stand there. */
export function findUnits(
  { units }: Pick<PublicOffice, 'units'>,
  words: string,
  chosen: readonly Chosen[],
): Found[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  return units
    .filter(({ kind, zh, duty = '' }) => kind !== 'partner' && `${zh}${duty}`.includes(wanted))
    .slice(0, most)
    .map((unit) => foundOf(unit, chosen));
}

export function foundOf({ id, zh, duty = '' }: Unit, chosen: readonly Chosen[]): Found {
  return { id, zh, duty, on: chosen.some((each) => each.unit === id) };
}

/** What is wrong with the choice, said before it is sent. */
export function choiceError(chosen: readonly Chosen[], least: 1 | 2): string {
  if (chosen.length < least) return least === 1 ? '请选择主办单位' : '至少叫两个部门；只有一个单位请直接派单';
  const leads = chosen.filter(({ role }) => role === 'lead').length;
  return leads === 1 ? '' : '请指定一个主办单位';
}
