import type { Actor, Role } from '../kernel/process.ts';
import type { Lower } from '../topic/steps.ts';
import { type Grid, householdsOf } from './office.ts';

/** Who has work of his own below the street. */
export const grassroots: readonly Role[] = ['communityClerk', 'gridWorker', 'gridChief', 'householdLead'];

/** 看得见全街道的：专班、街道领导、书记、督查员. */
export const overseers = [
  'coordinator',
  'streetLeader',
  'secretary',
  'supervisor',
] as const satisfies readonly Role[];

export function isOverseer(role: Role): boolean {
  return overseers.some((each) => each === role);
}

export function oversees({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.some(isOverseer);
}

/** Who speaks for a department or a community: its 负责人, and whoever handles its work. */
export const staff: readonly Role[] = ['handler', 'communityClerk', 'unitLeader'];

/** Who does the work that units are given: departments, communities, grids. */
export const workers: readonly Role[] = ['handler', 'unitLeader', ...grassroots];

/** Whose task it is on this step of a grid: its household leads', its workers', its community's. */
export function handOn(step: Lower, { id, community }: Grid): string {
  return { household: householdsOf(id), grid: id, community }[step];
}

type Placed = Pick<Actor, 'roles' | 'unit' | 'grids'>;

/** Whose tasks are this person's: his unit's; the grids' where he answers for grids only. */
export function handsOf({ roles, unit, grids = [] }: Placed): string[] {
  const is = (...any: Role[]) => any.some((role) => roles.includes(role));
  const ofGrids: readonly Role[] = ['resident', 'gridWorker', 'gridChief', 'householdLead'];
  const inUnit = roles.some((role) => !ofGrids.includes(role));
  return [
    ...(unit && inUnit ? [unit] : []),
    ...(is('gridWorker', 'gridChief') ? grids : []),
    ...(is('householdLead') ? grids.map(householdsOf) : []),
  ];
}

export function isHand(actor: Placed, unit: string): boolean {
  return handsOf(actor).includes(unit);
}
