import { defaultMessages } from './messages.ts';
import type { Rules } from './office.ts';

/**
 * Clocks an office starts with. Tiers after DB11/T 2021 (2 小时 · 24 小时 · 7 日 · 15 日); whistle clocks after
 * 鼓楼 (签收 1 小时, 报到 3/5 个工作日) and 平谷 (应急 30 分钟); the rest are our own.
 */
export const defaultRules: Rules = {
  accept: { amount: 120, unit: 'minutes' },
  dispatch: { amount: 120, unit: 'workMinutes' },
  acknowledge: { amount: 120, unit: 'workMinutes' },
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
      reportIn: { amount: 3, unit: 'workdays' },
      finish: { amount: 10, unit: 'workdays' },
    },
    keyWork: {
      acknowledge: { amount: 60, unit: 'workMinutes' },
      reportIn: { amount: 5, unit: 'workdays' },
      finish: { amount: 10, unit: 'workdays' },
    },
    enforcement: {
      acknowledge: { amount: 60, unit: 'workMinutes' },
      reportIn: { amount: 1, unit: 'workdays' },
      finish: { amount: 5, unit: 'workdays' },
    },
    emergency: {
      acknowledge: { amount: 10, unit: 'minutes' },
      reportIn: { amount: 30, unit: 'minutes' },
      finish: { amount: 120, unit: 'minutes' },
    },
  },
  redoRounds: 2,
  replyLength: 20,
  messages: defaultMessages,
  checks: false,
};
