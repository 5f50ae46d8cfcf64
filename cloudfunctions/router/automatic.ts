import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { mayDispatchItself } from '../../domain/routing/automatic.ts';
import type { Proposal } from '../../domain/routing/proposal.ts';
import type { Cloud } from '../cloud.ts';
import { commit } from '../commit.ts';
import { deliver } from '../deliver.ts';
import type { Doc } from '../store.ts';
import { mindOf, proposalFor } from './mind.ts';

const system: Actor = { id: 'system', roles: ['system'] };
/** As many at one round; the rest at the next. */
const page = 100;

/**
 * Takes on and gives out what the office lets go by itself; nothing where it has switched nothing on. May be called
 * twice or by several at once: each appeal goes out once.
 */
export async function dispatchByItself(cloud: Cloud): Promise<number> {
  const office = await cloud.office();
  if (Object.keys(office.rules.routing.automatic).length === 0) return 0;
  const mind = await mindOf(cloud);
  let sent = 0;
  for (const appeal of await waiting(cloud)) {
    const proposal = proposalFor(mind, appeal, office);
    if (!mayDispatchItself(proposal, office.rules.routing)) continue;
    await send(cloud, appeal.id, proposal);
    sent += 1;
  }
  return sent;
}

async function waiting({ store }: Cloud): Promise<Appeal[]> {
  const docs = await store.find<Doc & { state: Appeal }>({
    collection: 'appeal',
    where: { desk: 'coordinator' },
    orderBy: { field: 'sortAt', direction: 'asc' },
    limit: page,
  });
  return docs.map(({ state }) => state).filter(isUntouched);
}

async function send(cloud: Cloud, id: string, proposal: Proposal): Promise<void> {
  const { kind, tier, matter, lead, assists } = proposal;
  const units = [
    { unit: lead?.id ?? '', role: 'lead' },
    ...assists.map((unit) => ({ unit: unit.id, role: 'assist' })),
  ];
  const orders = [
    { type: 'accept', kind, tier, matter: matter?.id, proposed: matter?.id },
    { type: 'dispatch', units },
  ];
  for (const command of orders) {
    const commandId = `${id}.by-itself.${command.type}`;
    const { pending } = await commit(cloud, { process: 'appeal', id, command, commandId, actor: system });
    await deliver(cloud, pending);
  }
}

/** Nobody has looked at it: neither a refusal proposed nor one contested. */
function isUntouched({ status, declineProposal, contested }: Appeal): boolean {
  return status === 'submitted' && declineProposal === undefined && contested === undefined;
}
