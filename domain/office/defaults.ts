import { defaultMessages } from './messages.ts';
import type { Rules } from './office.ts';

/**
 * Clocks and limits an office starts with. Tiers after DB11/T 2021 (2 小时 · 24 小时 · 7 日 · 15 日); first contact
 * after 夏阳街道 (先行联系 1 个工作日); whistle clocks after 鼓楼 (签收 1 小时, 联系 24 小时, 报到 3/5 个工作日),
 * 广陵 (办结 10 个工作日) and 平谷 (应急 30 分钟); 派单异议 after the 2–3 hours of provincial 12345 rules; every reply
 * is followed up, whoever is not satisfied gets it done again in 3 working days by the unit's head, after 夏阳
 * (青夏街〔2022〕22号); a letter the working day after expiry and a circular after five, after 深圳某局 (催办、通报);
 * the rest are our own. 三率的权重没有公开的统一口径：条例第三十二条只定了三个名称，数值是我们自己的起点.
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
  lower: {
    household: { amount: 240, unit: 'workMinutes' },
    grid: { amount: 240, unit: 'workMinutes' },
    community: { amount: 1, unit: 'workdays' },
  },
  finish: {
    T1: { amount: 120, unit: 'minutes' },
    T2: { amount: 1440, unit: 'minutes' },
    T3: { amount: 7, unit: 'days' },
    T4: { amount: 15, unit: 'days' },
  },
  whistle: {
    appeal: {
      approval: 'streetLeader',
      acknowledge: { amount: 60, unit: 'workMinutes' },
      contact: { amount: 1440, unit: 'minutes' },
      reportIn: { amount: 3, unit: 'workdays' },
      finish: { amount: 10, unit: 'workdays' },
    },
    keyWork: {
      approval: 'secretary',
      acknowledge: { amount: 60, unit: 'workMinutes' },
      contact: { amount: 1440, unit: 'minutes' },
      reportIn: { amount: 5, unit: 'workdays' },
      finish: { amount: 10, unit: 'workdays' },
    },
    enforcement: {
      approval: 'streetLeader',
      acknowledge: { amount: 60, unit: 'workMinutes' },
      contact: { amount: 120, unit: 'workMinutes' },
      reportIn: { amount: 1, unit: 'workdays' },
      finish: { amount: 5, unit: 'workdays' },
    },
    emergency: {
      approval: 'none',
      acknowledge: { amount: 10, unit: 'minutes' },
      reportIn: { amount: 30, unit: 'minutes' },
      firstReport: { amount: 120, unit: 'minutes' },
    },
  },
  whistleDesk: {
    approve: { amount: 120, unit: 'workMinutes' },
    confirm: { amount: 1440, unit: 'minutes' },
    evaluate: { amount: 3, unit: 'workdays' },
    archive: { amount: 30, unit: 'days' },
  },
  alertPace: 0.5,
  reportInRadius: 300,
  reportInTries: 5,
  reds: { times: 2, within: { amount: 30, unit: 'days' } },
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
  redoIfDissatisfied: true,
  redoByLeader: true,
  urge: { amount: 1440, unit: 'minutes' },
  reopen: { amount: 15, unit: 'days' },
  unmask: { amount: 30, unit: 'minutes' },
  recording: { longest: 60, most: 3 },
  replyLength: 20,
  routing: { consultBelow: 0.5, automatic: {} },
  figures: {
    partly: 0.5,
    levels: { satisfied: 1, basically: 0.8, neutral: 0.6, dissatisfied: 0 },
    weights: { response: 0.2, resolution: 0.4, satisfaction: 0.4 },
    whistling: { low: 0.01, high: 0.2 },
    signs: { share: 0.1, copies: 3, quickMinutes: 10 },
    smallest: 5,
  },
  supervision: {
    answer: { amount: 2, unit: 'workdays' },
    letter: { amount: 1, unit: 'workdays' },
    circular: { amount: 5, unit: 'workdays' },
    urges: 3,
  },
  followUp: {
    due: { amount: 3, unit: 'workdays' },
    share: 1,
    always: { kinds: ['complain', 'report'], tiers: ['T1'] },
    wait: { amount: 7, unit: 'days' },
    tries: 3,
    days: 2,
    script: {
      contacted: '承办单位联系过您吗？',
      solved: '您反映的问题解决了吗？',
      satisfied: '您对办理满意吗？',
    },
  },
  messages: defaultMessages,
  checks: false,
};
