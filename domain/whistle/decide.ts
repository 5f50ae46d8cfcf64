import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must, Refusal } from '../kernel/refusal.ts';
import { isSameBrief } from '../task/brief.ts';
import { isCounted } from '../task/news.ts';
import { startClock } from '../time/clock.ts';
import { blown, sounding } from './blowing.ts';
import { hasLead, isPresent, lit, statusOf } from './lights.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Whistle } from './whistle.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(whistle: Whistle | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, whistle, context.actor);
  if (command.type === 'blow') return [blown(command, context)];
  if (whistle === undefined) throw new Refusal('not-found', '没有找到这一哨');
  switch (command.type) {
    case 'approve':
      return [{ type: 'approved', ...sounding(whistle, context) }];
    case 'return':
      return [{ ...command, type: 'returned' }];
    case 'confirm':
      return [{ type: 'confirmed' }];
    case 'note':
      return noted(whistle, command, context);
    case 'escalate':
      mustBeRefused(whistle, command);
      return [{ ...command, type: 'escalated' }];
    case 'evaluate':
      return [evaluated(whistle, command, context)];
    case 'judge':
      return [{ ...command, type: 'judged', unit: context.actor.unit ?? '' }];
    case 'rebrief':
      return isSameBrief(whistle.brief, command.brief) ? [] : [{ ...command, type: 'rebriefed' }];
    case 'cancel':
      return [{ ...command, type: 'cancelled' }];
  }
}

const open: readonly Whistle['status'][] = ['mustering', 'working'];

/** 事不完，人不撤：所有单位都交出结果，这一哨才算交付；主办撤了，这一哨就撤. */
function noted(whistle: Whistle, command: Of<'note'>, { now, office }: Context): Fact[] {
  const fact: Fact = { ...command, type: 'noted' };
  if (whistle.status === 'cancelled') return [fact];
  const units = lit(whistle.units, command);
  if (!hasLead(units)) return [fact, { type: 'cancelled', words: '主办单位的任务已撤销' }];
  if (!open.includes(whistle.status) || statusOf(units) !== 'delivered') return [fact];
  const evaluate = startClock(now, office.rules.whistleDesk.evaluate, office.calendar);
  return [fact, { type: 'delivered', evaluate }];
}

/** 不报到的、亮红灯的，报区里核查督办. */
function mustBeRefused({ units, escalations }: Whistle, { unit, because }: Of<'escalate'>): void {
  const called = units.find((each) => each.unit === unit && isCounted(each));
  must(called && !isPresent(called), 'no-refusal', '这个部门已经报到，不用上报', district);
  must(because === 'refused' || called.late.includes('red'), 'no-red', '这个部门还没有亮红灯', district);
  must(!escalations.some((each) => each.unit === unit), 'escalated-once', '这个部门已经上报过了', district);
}

export const district = '《北京市街道办事处条例》第四十四条';

/** 每个报到部门都要评，不多不少. */
function evaluated({ units }: Whistle, { scores }: Of<'evaluate'>, { now, office }: Context): Fact {
  const called = units.filter(isCounted).map(({ unit }) => unit);
  const scored = new Set(scores.map(({ unit }) => unit));
  const all = scores.length === called.length && called.every((unit) => scored.has(unit));
  must(all, 'score-all', '每个报到的部门都要评一次', '条例第三十三条');
  const archive = startClock(now, office.rules.whistleDesk.archive, office.calendar);
  return { type: 'evaluated', scores, archive };
}
