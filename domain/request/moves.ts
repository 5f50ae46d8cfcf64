import type { MoveTable } from '../kernel/moves.ts';
import type { Actor, Role } from '../kernel/process.ts';
import { staff } from '../office/hands.ts';
import type { Command, Request } from './request.ts';
import { ways } from './ways.ts';

/** 申请的职责表. Whose leave each kind needs stands in `ways`. */
export const moves: MoveTable<Request, Command['type']> = {
  raise: { zh: '提出申请', by: ['system'], from: ['new'] },
  endorse: {
    zh: '签署同意',
    by: ['coordinator'],
    from: ['raised'],
    whose: (request, actor) => isOf(wayOf(request).endorses, actor) && isAnothers(request, actor),
  },
  grant: {
    zh: '批准',
    by: ['coordinator', 'streetLeader'],
    from: ['raised', 'endorsed'],
    whose: (request, actor) => isOf(wayOf(request).grants, actor) && isAnothers(request, actor),
    when: isRipe,
  },
  refuse: {
    zh: '不批准',
    by: ['coordinator', 'streetLeader'],
    from: ['raised', 'endorsed'],
    whose: (request, actor) => isOf(signers(request), actor) && isAnothers(request, actor),
    final: true,
  },
  takeBack: {
    zh: '收回申请',
    by: [...staff, 'coordinator', 'system'],
    from: ['raised', 'endorsed'],
    whose: isAskers,
  },
};

export function wayOf({ plea }: Request) {
  return ways[plea.kind];
}

/** Whose signature is missing now. */
export function signers(request: Request): readonly Role[] {
  return isRipe(request) ? wayOf(request).grants : wayOf(request).endorses;
}

/** All signatures but the last are there. */
export function isRipe(request: Request): boolean {
  return request.status === 'endorsed' || wayOf(request).endorses.length === 0;
}

function isOf(roles: readonly Role[], actor: Actor): boolean {
  return roles.some((role) => actor.roles.includes(role));
}

/** 谁申请的、谁签署的，谁就不批（采办分离）. */
function isAnothers({ asker, endorsed }: Request, actor: Actor): boolean {
  return asker.id !== actor.id && endorsed?.by !== actor.id;
}

/** 单位的申请，本单位的人都可以收回；专班的，本人收回. */
function isAskers({ asker }: Request, actor: Actor): boolean {
  const colleague =
    !actor.roles.includes('coordinator') && asker.unit !== undefined && asker.unit === actor.unit;
  return asker.id === actor.id || colleague;
}
