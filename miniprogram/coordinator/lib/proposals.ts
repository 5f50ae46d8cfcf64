import type { Explained, PublicOffice, Unit } from '../../lib/domain';
import { gather } from '../../lib/gather';

/** Units that lie near: the one an objection named, of the matter, of what it might also be, of the grid it lies in. */
export function proposals(
  proposal: Explained | undefined,
  office: PublicOffice,
  suggested?: Pick<Unit, 'id'>,
): Unit[] {
  const { lead, assists = [], also = [], community } = proposal ?? {};
  const others = gather(also, ({ id }) => office.matters.filter((matter) => matter.id === id));
  const ids = [
    ...gather([suggested, lead, ...assists], (unit) => (unit ? [unit.id] : [])),
    ...gather(others, (matter) => [matter.lead, ...matter.assists]),
    ...(community ? [community.id] : []),
  ];
  return gather([...new Set(ids)], (id) => office.units.filter((unit) => unit.id === id));
}
