import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import type { Account, Command } from './account.ts';

const mine = (account: Account, actor: Actor) => account.owner === actor.id;

/** 账户的职责表：自己的账户只有自己动，记账由系统做. */
export const moves: MoveTable<Account, Command['type']> = {
  read: { zh: '看过消息', by: ['resident'], from: ['new', 'open'], whose: mine },
  consent: {
    zh: '答复微信提醒',
    by: ['resident'],
    from: ['new', 'open'],
    whose: mine,
    article: '个人信息保护法第十四条',
  },
  correct: {
    zh: '改我的电话',
    by: ['resident'],
    from: ['new', 'open'],
    whose: mine,
    article: '个人信息保护法第四十六条',
  },
  verify: { zh: '验证手机号', by: ['system'], from: ['new', 'open'] },
  spend: { zh: '用掉一次提醒', by: ['system'], from: ['open'] },
  refund: { zh: '退回一次提醒', by: ['system'], from: ['open'] },
  void: { zh: '提醒次数清零', by: ['system'], from: ['open'] },
};
