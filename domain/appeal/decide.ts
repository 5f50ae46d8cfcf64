import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must, Refusal } from '../kernel/refusal.ts';
import { startClock } from '../time/clock.ts';
import type { Appeal, Assignment, Command, Fact, Solved } from './appeal.ts';
import { articles } from './articles.ts';
import { moves } from './moves.ts';
import { numberOf } from './number.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function decide(appeal: Appeal | undefined, command: Command, context: Context): readonly Fact[] {
  mustMove(moves, command.type, appeal, context.actor);
  if (command.type === 'submit') return [submitted(command, context)];
  if (appeal === undefined) throw new Refusal('not-found', '没有找到这件诉求');
  switch (command.type) {
    case 'accept':
      return [accepted(appeal, command, context)];
    case 'decline':
      return [{ ...command, type: 'declined', basis: articles[command.branch] }];
    case 'dispatch':
      mustNameUnits(command.units, context);
      return [{ type: 'dispatched', units: command.units }];
    case 'whistle':
      mustNameUnits(command.units, context);
      return [{ ...command, type: 'whistled' }];
    case 'note':
      return [{ ...command, type: 'noted' }];
    case 'recall':
      return [consulted(command.words, context)];
    case 'reply':
      return [replied(command, context)];
    case 'review':
      return [reviewed(appeal, command)];
    case 'rate':
      return [{ ...command, type: 'rated' }, afterRating(appeal, command.solved, context)];
    case 'redo':
      return [again(appeal, command.words, context)];
    case 'close':
      return [{ ...command, type: 'closed' }];
    case 'withdraw':
      return [{ ...command, type: 'withdrawn' }];
  }
}

function submitted(command: Of<'submit'>, { id, now, actor, office }: Context): Fact {
  const anonymous = command.identity === 'anonymous';
  return {
    ...command,
    type: 'submitted',
    contact: anonymous ? undefined : command.contact,
    number: numberOf(id, now, office.code),
    collector: command.onBehalfOf && actor.id,
    clock: startClock(now, office.rules.accept, office.calendar),
  };
}

function accepted(appeal: Appeal, command: Of<'accept'>, { now, office }: Context): Fact {
  const known = office.matters.some((matter) => matter.id === command.matter);
  must(known, 'unknown-matter', '派单目录里没有这个事项，请重新选择');
  return {
    ...command,
    type: 'accepted',
    dispatch: startClock(now, office.rules.dispatch, office.calendar),
    finish: startClock(appeal.submittedAt, office.rules.finish[command.tier], office.calendar),
  };
}

/** 首接负责：主办有且只有一个（条例第十四条）. */
function mustNameUnits(units: readonly Assignment[], { office }: Context): void {
  const leads = units.filter((unit) => unit.role === 'lead');
  must(leads.length === 1, 'one-lead', '主办单位要有且只有一个', '条例第十四条');
  must(new Set(units.map((unit) => unit.unit)).size === units.length, 'unit-twice', '同一个单位选了两次');
  for (const { unit } of units) {
    must(
      office.units.some((known) => known.id === unit),
      'unknown-unit',
      '选了不存在的单位，请重新选择',
    );
  }
}

function replied(command: Of<'reply'>, { now, actor, office }: Context): Fact {
  const least = office.rules.replyLength;
  must(
    command.text.length >= least,
    'reply-too-short',
    `答复至少写 ${least} 字，说清办了什么、结果如何`,
    '条例第十五条',
  );
  return {
    ...command,
    type: 'replied',
    unit: actor.unit ?? '',
    review: startClock(now, office.rules.review, office.calendar),
  };
}

function reviewed({ reply }: Appeal, { pass, words }: Of<'review'>): Fact {
  if (pass) return { type: 'passed', text: reply?.text ?? '', photos: reply?.photos ?? [] };
  must(words, 'say-why', '退回时请写明要补办什么');
  return { type: 'returned', words };
}

function afterRating(appeal: Appeal, solved: Solved, context: Context): Fact {
  if (solved === 'unsolved') return again(appeal, '居民评价：没有解决', context);
  return { type: 'closed', reason: solved === 'solved' ? 'solved' : 'partlySolved' };
}

/** 未解决的再次办理；到了轮次上限就会商，不再空转. */
function again(appeal: Appeal, words: string, context: Context): Fact {
  const {
    now,
    office: { rules, calendar },
  } = context;
  if (appeal.round >= rules.redoRounds) return consulted(words, context);
  return { type: 'redone', round: appeal.round + 1, words, redo: startClock(now, rules.redo, calendar) };
}

function consulted(words: string, { now, office }: Context): Fact {
  return { type: 'consulted', words, dispatch: startClock(now, office.rules.dispatch, office.calendar) };
}
