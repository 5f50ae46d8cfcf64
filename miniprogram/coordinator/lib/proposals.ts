import type { AppealView, PublicOffice, Unit } from '../../lib/domain';
import { gather } from '../../lib/gather';
import { suggest } from './suggest';

/** Units that lie near: the one an objection named, of the matter, of the grid it lies in, of what it might also be. */
export function proposals(view: AppealView, office: PublicOffice): Unit[] {
  const ids = gather(suggest(view, office), ({ lead, assists }) => [lead.id, ...assists.map(({ id }) => id)]);
  const community = office.grids.find(({ id }) => id === view.place?.grid)?.community;
  const wanted = [
    ...new Set([...(view.suggested ? [view.suggested.id] : []), ...ids, ...(community ? [community] : [])]),
  ];
  return gather(wanted, (id) => office.units.filter((unit) => unit.id === id));
}
