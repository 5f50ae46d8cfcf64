import type { Office } from '../../domain/office/office.ts';
import { officeOn } from '../../domain/routing/in-force.ts';
import { demoOffice } from '../../local/office/office.ts';

/** A whole street as its door knows it: the shipped catalogue with the street's own rows, units and grids. */
export const city: Office = officeOn(demoOffice, [], '2026-03-09');

/** The same street with some of its rules changed. */
export function cityWith(routing: Partial<Office['rules']['routing']>): Office {
  return { ...city, rules: { ...city.rules, routing: { ...city.rules.routing, ...routing } } };
}
