import type { Context, Process } from '../kernel/process.ts';
import type { Purpose } from '../office/messages.ts';
import type { Account, Command, Fact } from './account.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';

/** What its owner sees of it; nobody else sees that it is there. */
export interface View {
  readonly readAt: number;
  readonly credits: Readonly<Partial<Record<Purpose, number>>>;
  readonly phone?: Account['phone'];
}

export const account: Process<Account, Command, Fact, View> = {
  name: 'account',
  input,
  moves,
  decide,
  evolve,
  errands: () => [],
  notices: () => [],
  index: () => ({}),
  view,
  line: () => undefined,
};

function view({ owner, readAt, credits, phone }: Account, { actor }: Context): View | undefined {
  return actor.id === owner ? { readAt, credits, phone } : undefined;
}
