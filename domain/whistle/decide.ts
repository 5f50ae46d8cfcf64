import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import { hasLead, lit, statusOf } from './evolve.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Whistle } from './whistle.ts';

export function decide(whistle: Whistle | undefined, command: Command, { actor }: Context): readonly Fact[] {
  mustMove(moves, command.type, whistle, actor);
  switch (command.type) {
    case 'blow':
      must(
        command.units.length >= 2,
        'two-units',
        '吹哨至少要叫两个部门；只有一个单位请直接派单',
        '条例第十六条',
      );
      return [{ ...command, type: 'blown' }];
    case 'note':
      return noted(whistle, command);
    case 'cancel':
      return [{ ...command, type: 'cancelled' }];
  }
}

/** 事不完，人不撤：所有单位都交出结果，这一哨才算交付；主办撤了，这一哨就撤. */
function noted(whistle: Whistle | undefined, command: Extract<Command, { type: 'note' }>): Fact[] {
  const fact: Fact = { ...command, type: 'noted' };
  if (whistle === undefined || whistle.status === 'cancelled') return [fact];
  const units = lit(whistle.units, command);
  if (!hasLead(units)) return [fact, { type: 'cancelled', words: '主办单位的任务已撤销' }];
  const handedIn = whistle.status !== 'delivered' && statusOf(units) === 'delivered';
  return handedIn ? [fact, { type: 'delivered' }] : [fact];
}
