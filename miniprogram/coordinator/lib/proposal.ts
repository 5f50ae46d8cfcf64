import { ask, Refused } from '../../lib/api';
import type { AppealCommand, Explained } from '../../lib/domain';

type Accept = Extract<AppealCommand, { type: 'accept' }>;

/** A unit as it is proposed: nobody is proposed to be merely informed. */
interface Given {
  readonly unit: string;
  readonly role: 'lead' | 'assist';
}

/** Where an appeal may go, and why; nothing where the office cannot say: it is handled all the same. */
export async function proposalFor(id: string): Promise<Explained | undefined> {
  try {
    return await ask('proposal', { id });
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** As it is proposed; a unit is accused by a complaint alone. */
export function acceptOf({ kind, tier, matter, accused }: Explained): Accept {
  const id = matter?.id ?? '';
  const blamed = kind === 'complain' && accused ? { accused: accused.id } : {};
  return { type: 'accept', kind, tier, matter: id, ...blamed, proposed: id };
}

export function unitsOf({ lead, assists }: Pick<Explained, 'lead' | 'assists'>): Given[] {
  const lesser = assists.map(({ id }) => ({ unit: id, role: 'assist' as const }));
  return lead ? [{ unit: lead.id, role: 'lead' as const }, ...lesser] : lesser;
}
