import type { MoveTable } from '../kernel/moves.ts';
import type { Actor } from '../kernel/process.ts';
import { staff } from '../office/hands.ts';
import { isCounted } from '../task/news.ts';
import { mayApprove } from './approval.ts';
import type { Command, Whistle } from './whistle.ts';

/** 吹哨的职责表. 条例 = 《北京市接诉即办工作条例》；街道办条例 = 《北京市街道办事处条例》. */
export const moves: MoveTable<Whistle, Command['type']> = {
  blow: {
    zh: '吹哨',
    by: ['coordinator', 'gridChief', 'streetLeader', 'secretary', 'system'],
    from: ['new'],
    article: '条例第十六条',
  },
  approve: {
    zh: '批准吹哨',
    by: ['streetLeader', 'secretary'],
    from: ['pendingApproval'],
    whose: isApprover,
    article: '街道办条例第五条',
  },
  return: {
    zh: '退回',
    by: ['streetLeader', 'secretary'],
    from: ['pendingApproval'],
    whose: isApprover,
    final: true,
  },
  confirm: {
    zh: '确认险情',
    by: ['streetLeader', 'secretary'],
    from: ['mustering', 'working', 'delivered', 'evaluated'],
    whose: isAnothers,
    when: isUnconfirmed,
  },
  note: {
    zh: '部门进展',
    by: ['system'],
    from: ['mustering', 'working', 'delivered', 'evaluated', 'archived', 'cancelled'],
  },
  escalate: {
    zh: '报区督查',
    by: ['coordinator', 'streetLeader', 'secretary'],
    from: ['mustering', 'working'],
    final: true,
    article: '街道办条例第四十四条',
  },
  evaluate: { zh: '评部门', by: ['coordinator'], from: ['delivered'], article: '条例第三十三条' },
  judge: {
    zh: '评这一哨',
    by: staff,
    from: ['delivered', 'evaluated'],
    whose: judges,
    article: '条例第三十三条',
  },
  rebrief: {
    zh: '改哨单',
    by: ['system'],
    from: ['mustering', 'working', 'delivered', 'evaluated', 'archived'],
  },
  cancel: {
    zh: '撤哨',
    by: ['coordinator', 'system'],
    from: ['pendingApproval', 'mustering', 'working'],
    final: true,
  },
};

/** 谁拟的，谁不批. */
function isAnothers({ blower }: Whistle, { id }: Actor): boolean {
  return blower !== id;
}

function isApprover(whistle: Whistle, actor: Actor): boolean {
  return isAnothers(whistle, actor) && actor.roles.some((role) => mayApprove(whistle.approval, role));
}

function isUnconfirmed({ theme, confirmedAt }: Whistle): boolean {
  return theme === 'emergency' && confirmedAt === undefined;
}

/** 叫来的部门各评一次. */
function judges({ units, verdicts }: Whistle, { unit }: Actor): boolean {
  const called = units.some((each) => each.unit === unit && isCounted(each));
  return called && !verdicts.some((verdict) => verdict.unit === unit);
}
