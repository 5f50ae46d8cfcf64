import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must } from '../kernel/refusal.ts';
import { arrived } from './arrival.ts';
import { isSameBrief } from './brief.ts';
import { clocksFor } from './clocks.ts';
import * as leave from './leave.ts';
import { moves } from './moves.ts';
import type { Command, Fact, Task } from './task.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(task: Task | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, task, context.actor);
  switch (command.type) {
    case 'assign':
      return [assigned(command, context)];
    case 'acknowledge':
      return [{ type: 'acknowledged' }];
    case 'setOut':
      return [{ type: 'setOut' }];
    case 'reportIn':
      return task ? [arrived(task, command, context.office.rules)] : [];
    case 'vouch':
      return [{ ...command, type: 'reportedIn', way: 'onsite', proof: 'street' }];
    case 'contact':
      return [{ ...command, type: 'contacted' }];
    case 'work':
      return [{ ...command, type: 'worked' }];
    case 'interim':
      return [command];
    case 'submit':
      mustHaveReported(task);
      return [{ ...command, type: 'submitted' }];
    case 'done':
      return [command];
    case 'recuse':
      return [{ ...command, type: 'recused' }];
    case 'passUp':
      return [{ ...command, type: 'passedUp' }];
    case 'answer':
      return [{ type: 'answered' }];
    case 'accept':
      return [{ type: 'accepted' }];
    case 'return':
      return [{ ...command, type: 'returned' }];
    case 'redo':
      return [{ ...command, type: 'redone' }];
    case 'object':
    case 'pause':
    case 'resume':
    case 'extend':
    case 'reterm':
      return task ? leave.decide(task, command, context) : [];
    case 'rebrief':
      return task && isSameBrief(task.brief, command.brief) ? [] : [{ ...command, type: 'rebriefed' }];
    case 'release':
      return [{ ...command, type: 'released' }];
  }
}

function assigned(command: Of<'assign'>, context: Context): Fact {
  const { finish: _finish, pace: _pace, meet, ...given } = command;
  mustFit(given, context);
  const { reportInRadius: radius } = context.office.rules;
  return {
    ...given,
    type: 'assigned',
    clocks: clocksFor(command, context),
    ...(meet && { meet: { ...meet, radius } }),
  };
}

/** 联办方不是部门：不能主办、协办；部门也不能当联办方. */
function mustFit({ unit, role }: Pick<Of<'assign'>, 'unit' | 'role'>, { office }: Context): void {
  const isPartner = office.units.find(({ id }) => id === unit)?.kind === 'partner';
  must(
    isPartner === (role === 'partner'),
    'partner-apart',
    isPartner ? '联办方不能主办或协办，请在联办方里选' : '只有登记的联办方才能当联办方',
  );
}

/** 应急现场：首报以前不算办完，谁也不撤. */
function mustHaveReported(task: Task | undefined): void {
  must(
    task?.theme !== 'emergency' || task.interim,
    'report-first',
    '应急现场要先报一次情况（阶段性报告），才能提交结果',
    '事不完，人不撤',
  );
}
