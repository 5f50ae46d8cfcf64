import type { Role } from '../kernel/process.ts';
import { staff as unit } from '../office/hands.ts';
import type { RequestKind } from '../office/office.ts';

/** Whose leave a kind of request needs, and what it stands on. */
export interface Way {
  readonly asks: readonly Role[];
  /** Before it is granted; empty where one signature is enough. */
  readonly endorses: readonly Role[];
  readonly grants: readonly Role[];
  readonly article: string;
}

/**
 * 申请的审批表：谁提、谁签、谁批、依据哪一条. How long each signature may take is the office's own rule
 * (`rules.request`). 挂账三级审批 after GB/T 30428 practice.
 */
export const ways: Readonly<Record<RequestKind, Way>> = {
  hold: {
    asks: unit,
    endorses: ['coordinator'],
    grants: ['streetLeader'],
    article: '条例第十五条；数字城管“挂账”三级审批',
  },
  extend: { asks: unit, endorses: [], grants: ['coordinator'], article: '条例第十五条' },
  extendAgain: {
    asks: unit,
    endorses: ['coordinator'],
    grants: ['streetLeader'],
    article: '条例第十五条；再次延期须书面报批',
  },
  terminate: {
    asks: unit,
    endorses: [],
    grants: ['coordinator'],
    article: '《潍坊市12345政务服务便民热线条例》第二十一条',
  },
  exclude: {
    asks: [...unit, 'coordinator'],
    endorses: [],
    grants: ['coordinator', 'streetLeader'],
    article: '条例第三十二条',
  },
  unmask: {
    asks: [...unit, 'coordinator'],
    endorses: [],
    grants: ['coordinator', 'streetLeader'],
    article: '条例第八条、第三十五条',
  },
};
