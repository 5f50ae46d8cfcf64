import type { AppealView, PublicOffice, Unit } from '../../lib/domain';
import { suggest } from './suggest';

/** Units that lie near: of the matter, of the grid it lies in, of what it might also be. */
export function proposals(view: AppealView, office: PublicOffice): Unit[] {
  const ids = suggest(view, office).flatMap(({ lead, assists }) => [lead.id, ...assists.map(({ id }) => id)]);
  const community = office.grids.find(({ id }) => id === view.place?.grid)?.community;
  const wanted = [...new Set([...ids, ...(community ? [community] : [])])];
  return wanted.flatMap((id) => office.units.find((unit) => unit.id === id) ?? []);
}
