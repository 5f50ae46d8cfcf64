import type { Appeal } from '../../domain/appeal/appeal.ts';
import { advised, mayBeAsked, none, questionOf } from '../../domain/routing/advice.ts';
import type { Proposal } from '../../domain/routing/proposal.ts';
import type { Cloud } from '../cloud.ts';
import type { Doc } from '../store.ts';

/** What an adviser was asked about an appeal and what came of it. `at` epoch ms, `took` ms. No words of the resident. */
interface Advice extends Doc {
  readonly asked: readonly string[];
  readonly at: number;
  readonly took: number;
  /** Taken, not one of those asked for, or no answer at all. */
  readonly outcome: 'taken' | 'refused' | 'silent';
  readonly matter: string;
}

const idOf = ({ id }: Appeal) => `advice-${id}`;

/** The proposal with what an adviser said of it, where there is one; each appeal is asked about once. */
export async function withAdvice(cloud: Cloud, appeal: Appeal, proposal: Proposal): Promise<Proposal> {
  if (!cloud.adviser || !mayBeAsked(appeal, proposal)) return proposal;
  const before = await cloud.store.get<Advice>('router', idOf(appeal));
  return applied(before ?? (await asked(cloud, appeal, proposal)), proposal);
}

/** The same from memory alone: nobody is asked. */
export async function recalled(cloud: Cloud, appeal: Appeal, proposal: Proposal): Promise<Proposal> {
  if (!cloud.adviser || !mayBeAsked(appeal, proposal)) return proposal;
  const before = await cloud.store.get<Advice>('router', idOf(appeal));
  return before ? applied(before, proposal) : proposal;
}

function applied({ outcome, matter }: Advice, proposal: Proposal): Proposal {
  return outcome === 'taken' ? advised(proposal, matter) : proposal;
}

async function asked(cloud: Cloud, appeal: Appeal, proposal: Proposal): Promise<Advice> {
  const question = questionOf(appeal, proposal);
  const ids = question.candidates.map(({ id }) => id);
  const began = Date.now();
  const answer = await cloud.adviser?.(question).catch((error: unknown) => {
    cloud.log({ commandId: idOf(appeal), error: new Error(`adviser: ${(error as Error).name}`) });
    return undefined;
  });
  const known = answer !== undefined && [...ids, none].includes(answer);
  const outcome = answer === undefined ? 'silent' : known ? 'taken' : 'refused';
  const advice: Advice = {
    ...{ _id: idOf(appeal), asked: ids, at: cloud.now(), took: Date.now() - began, outcome },
    matter: known ? answer : '',
  };
  await cloud.store.transact((tx) => tx.put('router', advice));
  return advice;
}
