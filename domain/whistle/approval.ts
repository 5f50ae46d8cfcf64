import type { Role } from '../kernel/process.ts';
import type { Approval, Office, Theme } from '../office/office.ts';

/** Whose word a whistle of this theme needs first. */
export function approvalOf(theme: Theme, { rules }: Pick<Office, 'rules'>): Approval {
  return rules.whistle[theme].approval;
}

/** 书记批得了街道领导批的；重点工作哨只有书记能批. */
export function mayApprove(approval: Approval, role: Role): boolean {
  if (role === 'secretary') return approval !== 'none';
  return role === 'streetLeader' && approval === 'streetLeader';
}
