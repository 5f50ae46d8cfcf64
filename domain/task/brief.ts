import type { Tier } from '../office/office.ts';

/** What a unit's list shows of the appeal without opening it: no words of the resident, no name. */
export interface Brief {
  readonly appeal?: string | undefined;
  readonly number?: string | undefined;
  readonly matter?: string | undefined;
  readonly address?: string | undefined;
  readonly grid?: string | undefined;
  /** What it is about, where it hangs on no appeal. */
  readonly title?: string | undefined;
  /** 再次办理：the head of the unit hands it in. */
  readonly byLeader?: boolean;
  readonly tier?: Tier | undefined;
  /** The unit may know whom to call: 公开的诉求才要先行联系. */
  readonly callable?: boolean | undefined;
}

const briefed = ['matter', 'address', 'grid', 'tier', 'callable'] as const;

/** Whether both show the same of the appeal. */
export function isSameBrief(one: Brief, other: Brief): boolean {
  return briefed.every((field) => one[field] === other[field]);
}

/** 负责人亲自办的，还是负责人亲自办. */
export function rebriefed({ byLeader }: Brief, brief: Brief): Brief {
  return { ...brief, ...(byLeader !== undefined && { byLeader }) };
}
