import { mustMove } from '../kernel/moves.ts';
import type { Context, Event, Index, Line, Missed, Notice, Process, Role } from '../kernel/process.ts';
import { Refusal } from '../kernel/refusal.ts';
import { oversees } from '../office/hands.ts';
import { alertKind } from '../words.ts';
import type { Alert, Command, Fact } from './alert.ts';
import { input } from './inputs.ts';
import { moves } from './moves.ts';

export interface View extends Alert {
  readonly zh: string;
}

export const alert: Process<Alert, Command, Fact, View> = {
  name: 'alert',
  input,
  moves,
  decide,
  evolve,
  errands: () => [],
  notices,
  index,
  view,
  line,
};

function decide(alert: Alert | undefined, command: Command, { actor }: Context): readonly Fact[] {
  mustMove(moves, command.type, alert, actor);
  switch (command.type) {
    case 'open':
      return [{ ...command, type: 'opened' }];
    case 'join':
      return [{ ...command, type: 'joined' }];
    case 'close':
      return [{ ...command, type: 'closed' }];
  }
}

function evolve(alert: Alert | undefined, { stream, at, fact }: Event<Fact | Missed>): Alert {
  if (fact.type === 'opened') {
    const { kind, words } = fact;
    return { id: stream, status: 'open', kind, words, openedAt: at, whistles: [] };
  }
  if (alert === undefined) throw new Refusal('not-found', '没有找到');
  if (fact.type === 'joined') return { ...alert, whistles: [...alert.whistles, fact.whistle] };
  if (fact.type === 'closed') return { ...alert, status: 'closed', closedAt: at, summary: fact.summary };
  return alert;
}

/** 巡逻、应急、救援、医疗四组：网格的人、专班、部门的人，都在这些角色里. */
const groups: readonly Role[] = ['gridWorker', 'gridChief', 'communityClerk', 'coordinator'];
const departments: readonly Role[] = ['handler', 'unitLeader', 'streetLeader', 'secretary', 'partner'];

function notices({ id }: Alert, { fact }: Event<Fact | Missed>): Notice[] {
  if (fact.type !== 'opened' && fact.type !== 'closed') return [];
  const about = `alert.${fact.type}`;
  return [...groups, ...departments].map((role) => ({ to: { role }, about, process: 'alert', id }));
}

function index({ status, openedAt }: Alert): Index {
  return { desk: status, at: openedAt };
}

/** Those it calls together know of it; its whistles are the street's. */
function view(alert: Alert, { actor }: Context): View | undefined {
  const called = [...groups, ...departments, 'supervisor' as const];
  if (!called.some((role) => actor.roles.includes(role))) return undefined;
  return { ...alert, zh: alertKind[alert.kind].zh, whistles: oversees(actor) ? alert.whistles : [] };
}

function line(_: Alert, { at, fact }: Event<Fact | Missed>, { office }: Context): Line | undefined {
  if (fact.type === 'opened') return { at, who: office.zh, zh: '转入应急状态', words: fact.words };
  if (fact.type === 'closed') return { at, who: office.zh, zh: '解除应急状态', words: fact.summary };
  return undefined;
}
