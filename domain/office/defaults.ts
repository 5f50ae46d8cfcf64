import { defaultMessages } from './messages.ts';
import type { Rules } from './office.ts';

/**
 * Clocks an office starts with. Tiers after DB11/T 2021 (2 小时 · 24 小时 · 7 日 · 15 日); first contact after
 * 夏阳街道 (先行联系 1 个工作日); whistle clocks after 鼓楼 (签收 1 小时, 联系 24 小时, 报到 3/5 个工作日),
 * 广陵 (办结 10 个工作日) and 平谷 (应急 30 分钟); 派单异议 after the 2–3 hours of provincial 12345 rules;
 * the rest are our own.
 */
export const defaultRules: Rules = {
  accept: { amount: 120, unit: 'minutes' },
  question: {
    first: { amount: 1, unit: 'workdays' },
    last: { amount: 2, unit: 'workdays' },
    limit: { amount: 3, unit: 'workdays' },
  },
  dispatch: { amount: 120, unit: 'workMinutes' },
  acknowledge: {
    T1: { amount: 10, unit: 'minutes' },
    T2: { amount: 120, unit: 'workMinutes' },
    T3: { amount: 120, unit: 'workMinutes' },
    T4: { amount: 120, unit: 'workMinutes' },
  },
  contact: {
    T1: { amount: 30, unit: 'minutes' },
    T2: { amount: 120, unit: 'minutes' },
    T3: { amount: 1, unit: 'workdays' },
    T4: { amount: 1, unit: 'workdays' },
  },
  review: { amount: 1, unit: 'workdays' },
  redo: { amount: 3, unit: 'workdays' },
  finish: {
    T1: { amount: 120, unit: 'minutes' },
    T2: { amount: 1440, unit: 'minutes' },
    T3: { amount: 7, unit: 'days' },
    T4: { amount: 15, unit: 'days' },
  },
  whistle: {
    appeal: {
      acknowledge: { amount: 60, unit: 'workMinutes' },
      contact: { amount: 1440, unit: 'minutes' },
      reportIn: { amount: 3, unit: 'workdays' },
      finish: { amount: 10, unit: 'workdays' },
    },
    keyWork: {
      acknowledge: { amount: 60, unit: 'workMinutes' },
      contact: { amount: 1440, unit: 'minutes' },
      reportIn: { amount: 5, unit: 'workdays' },
      finish: { amount: 10, unit: 'workdays' },
    },
    enforcement: {
      acknowledge: { amount: 60, unit: 'workMinutes' },
      contact: { amount: 120, unit: 'workMinutes' },
      reportIn: { amount: 1, unit: 'workdays' },
      finish: { amount: 5, unit: 'workdays' },
    },
    emergency: {
      acknowledge: { amount: 10, unit: 'minutes' },
      reportIn: { amount: 30, unit: 'minutes' },
      firstReport: { amount: 120, unit: 'minutes' },
    },
  },
  reportInRadius: 300,
  ladder: { remind: 0.75, red: 1.5 },
  request: {
    decide: {
      hold: { amount: 1, unit: 'workdays' },
      extend: { amount: 240, unit: 'workMinutes' },
      extendAgain: { amount: 240, unit: 'workMinutes' },
      terminate: { amount: 1, unit: 'workdays' },
      exclude: { amount: 3, unit: 'workdays' },
      unmask: { amount: 120, unit: 'workMinutes' },
    },
    holdDays: 30,
    renewals: 3,
    ahead: { amount: 240, unit: 'workMinutes' },
  },
  objection: {
    raise: { amount: 240, unit: 'workMinutes' },
    decide: { amount: 240, unit: 'workMinutes' },
    least: { amount: 1, unit: 'workdays' },
  },
  redoRounds: 2,
  urge: { amount: 1440, unit: 'minutes' },
  reopen: { amount: 15, unit: 'days' },
  unmask: { amount: 30, unit: 'minutes' },
  replyLength: 20,
  messages: defaultMessages,
  checks: false,
};
