/** 联户长 → 网格员 → 社区 → 街道 → 周例会交办 → 月例会商办 → 联席会联办 → 区. */
export type Step =
  | 'household'
  | 'grid'
  | 'community'
  | 'street'
  | 'weekly'
  | 'monthly'
  | 'joint'
  | 'district';

/** 街道以下的三级：联户长、网格员、社区. */
export type Lower = Extract<Step, 'household' | 'grid' | 'community'>;

/** 超时 · 没有权限 · 没有解决 · 两次重办没解决 · 挂账到期 · 有人提交. */
export type ClimbReason = 'overdue' | 'noAuthority' | 'unsolved' | 'redo2' | 'onHoldExpired' | 'manual';

/** 三种会：周例会交办、月例会商办、联席会联办. */
export type Agenda = Extract<Step, 'weekly' | 'monthly' | 'joint'>;

export const ladder: readonly Step[] = [
  ...(['household', 'grid', 'community', 'street'] as const),
  ...(['weekly', 'monthly', 'joint', 'district'] as const),
];

export function higher(one: Step, other: Step): boolean {
  return ladder.indexOf(one) > ladder.indexOf(other);
}

export function isAgenda(step: Step): step is Agenda {
  return step === 'weekly' || step === 'monthly' || step === 'joint';
}

/** Where what could not be settled here goes next; from the district nowhere. */
export function above(step: Step): Step {
  return ladder[ladder.indexOf(step) + 1] ?? step;
}

export function isLower(step: Step): step is Lower {
  return higher('street', step);
}
