import { mustMove } from '../kernel/moves.ts';
import type { Context } from '../kernel/process.ts';
import { must, Refusal } from '../kernel/refusal.ts';
import { withNews } from '../task/task.ts';
import { type Clock, startClock } from '../time/clock.ts';
import type { Appeal, Assignment, Command, Fact, Solved } from './appeal.ts';
import { articles } from './articles.ts';
import { hasLead, inHands, moves } from './moves.ts';
import { numberOf } from './number.ts';
import { placed } from './place.ts';

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
      return [{ type: 'dispatched', units: command.units, ...limit(appeal, context) }];
    case 'whistle':
      mustNameUnits(command.units, context);
      return [{ ...command, type: 'whistled', ...limit(appeal, context) }];
    case 'note':
      return noted(appeal, command, context);
    case 'recall':
      return command.whistle === appeal.whistle ? [consulted(appeal, command.words, context)] : [];
    case 'reply':
      return [replied(command, context)];
    case 'review':
      return [reviewed(appeal, command, context)];
    case 'rate':
      return [{ ...command, type: 'rated' }, afterRating(appeal, command.solved, context)];
    case 'redo':
      return [again(appeal, command.words, context)];
    case 'close':
      mustFit(appeal, command);
      return [{ ...command, type: 'closed' }];
    case 'withdraw':
      return [{ ...command, type: 'withdrawn' }];
  }
}

/** Its tasks and whistles are named after it, and all their names must stay sendable. */
const longestId = 64;

function submitted(command: Of<'submit'>, { id, now, actor, office }: Context): Fact {
  must(id.length <= longestId, 'bad-id', '编号不正确，请刷新后重试');
  const anonymous = command.identity === 'anonymous';
  return {
    ...command,
    type: 'submitted',
    place: placed(command.place, office),
    contact: anonymous ? undefined : command.contact,
    onBehalfOf: anonymous ? nameless(command.onBehalfOf) : command.onBehalfOf,
    number: numberOf(id, now, office.code),
    collector: command.onBehalfOf && actor.id,
    clock: startClock(now, office.rules.accept, office.calendar),
  };
}

/** 匿名的，连代谁办的也不留姓名电话. */
function nameless(someone: Of<'submit'>['onBehalfOf']): Of<'submit'>['onBehalfOf'] {
  return someone && { consent: someone.consent };
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

/** 再次派出的，重办时限自派出起算. */
function limit({ round }: Appeal, { now, office }: Context): { redo?: Clock } {
  return round > 0 ? { redo: startClock(now, office.rules.redo, office.calendar) } : {};
}

/** 首接负责：主办的任务撤了，就回到会商，重新确定由谁办（条例第十四条）. */
function noted(appeal: Appeal, news: Of<'note'>, context: Context): Fact[] {
  const fact: Fact = { ...news, type: 'noted' };
  if (!inHands(appeal) || hasLead(withNews(appeal.tasks, news))) return [fact];
  return [fact, consulted(appeal, '主办单位的任务已撤销', context)];
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

function reviewed(appeal: Appeal, { pass, words }: Of<'review'>, context: Context): Fact {
  const { reply } = appeal;
  if (pass) return { type: 'passed', text: reply?.text ?? '', photos: reply?.photos ?? [] };
  must(words, 'say-why', '退回时请写明要补办什么');
  return hasLead(appeal.tasks) ? { type: 'returned', words } : consulted(appeal, words, context);
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
  const round = appeal.round + 1;
  if (round > rules.redoRounds || !hasLead(appeal.tasks))
    return consulted({ ...appeal, round }, words, context);
  return { type: 'redone', round, words, redo: startClock(now, rules.redo, calendar) };
}

function consulted({ round }: Appeal, words: string, { now, office }: Context): Fact {
  const dispatch = startClock(now, office.rules.dispatch, office.calendar);
  return { type: 'consulted', round, words, dispatch };
}

/** 结案原因要与办到哪一步相符：没有答复过谈不上回访，派了单谈不上当场答复. */
function mustFit({ status }: Appeal, { reason }: Of<'close'>): void {
  must(
    reason !== 'unreachable' || status === 'awaitingRating',
    'not-now',
    '还没有答复居民，不能按“回访未联系上”结案',
  );
  must(reason !== 'answered' || status === 'accepted', 'not-now', '已经交给单位办理，不能按“已当场答复”结案');
}
