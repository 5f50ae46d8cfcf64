import type { FigureRules } from '../office/office.ts';
import { type Answer, answers, type Counter, type Counts, outOf } from './counts.ts';
import { type Spread, spreadOf } from './durations.ts';

/** 响应率、解决率、满意率和综合得分, between 0 and 1; `undefined` where there is nothing to divide by. */
export interface Three {
  readonly response?: number | undefined;
  readonly resolution?: number | undefined;
  readonly satisfaction?: number | undefined;
  readonly composite?: number | undefined;
}

/** Part and whole of every plain share. */
const shares = {
  onTime: ['onTime', 'due'],
  closing: ['closed', 'dispatched'],
  firstTime: ['firstTime', 'closed'],
  redo: ['redone', 'answered'],
  acknowledging: ['acknowledgeOnTime', 'acknowledgeDue'],
  contacting: ['contactOnTime', 'contactDue'],
  reportingIn: ['reportInOnTime', 'reportInDue'],
  hold: ['held', 'dispatched'],
  settling: ['settled', 'everHeld'],
  onSpot: ['onSpot', 'appeals'],
  inGrid: ['inGrid', 'appeals'],
  patrol: ['patrol', 'appeals'],
  repeat: ['repeats', 'appeals'],
  whistling: ['whistles', 'dispatched'],
  whistleSolved: ['whistlesSolved', 'whistlesEvaluated'],
  whistleInvalid: ['whistlesInvalid', 'whistlesJudged'],
} as const satisfies Readonly<Record<string, readonly [Counter, Counter]>>;

export type Share = keyof typeof shares;

/** What one cell, or several together, come to. Shares between 0 and 1; nothing where there is no denominator. */
export interface Figures {
  readonly appeals: number;
  readonly dispatched: number;
  readonly open: number;
  readonly closed: number;
  readonly whistles: number;
  readonly excluded: number;
  readonly raw: Three;
  /** 剔除后. */
  readonly adjusted: Three;
  readonly shares: { readonly [Name in Share]?: number };
  /** 响应里经回访确认的件数. */
  readonly confirmed: number;
  /** 派单准确率：1 − 成立的异议 ÷ 派出次数. */
  readonly accuracy?: number | undefined;
  /** 平均流转次数. */
  readonly hops?: number | undefined;
  /** 评哨：部门平均得分. */
  readonly score?: number | undefined;
  /** 办理时长，自然时间和办公时间. */
  readonly handled?: Spread | undefined;
  readonly worked?: Spread | undefined;
}

export function figuresOf(counts: Counts, rules: FigureRules): Figures {
  const accuracy = ratio(counts.upheld, counts.hops);
  return {
    appeals: counts.appeals ?? 0,
    dispatched: counts.dispatched ?? 0,
    open: counts.open ?? 0,
    closed: counts.closed ?? 0,
    whistles: counts.whistles ?? 0,
    excluded: counts.excluded ?? 0,
    confirmed: counts.confirmed ?? 0,
    raw: threeOf(answersOf(counts), rules),
    adjusted: threeOf(withoutExcluded(counts), rules),
    shares: sharesOf(counts),
    accuracy: accuracy === undefined ? undefined : 1 - accuracy,
    hops: ratio(counts.hops, counts.dispatched),
    score: ratio(counts.scores, counts.scored),
    handled: spreadOf('handled', counts),
    worked: spreadOf('worked', counts),
  };
}

/** Nothing over nothing is nothing, neither 0 % nor 100 %. */
export function ratio(part = 0, whole = 0): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function sharesOf(counts: Counts): Figures['shares'] {
  const all = Object.entries(shares).map(([name, [part, whole]]) => [
    name,
    ratio(counts[part], counts[whole]),
  ]);
  return Object.fromEntries(all.filter(([, share]) => share !== undefined));
}

type Answers = Readonly<Record<Answer, number>>;

function answersOf(counts: Counts): Answers {
  return Object.fromEntries(answers.map((name) => [name, counts[name] ?? 0])) as Answers;
}

function withoutExcluded(counts: Counts): Answers {
  const left = answers.map((name) => [name, (counts[name] ?? 0) - (counts[outOf(name)] ?? 0)]);
  return Object.fromEntries(left) as Answers;
}

const levels = ['satisfied', 'basically', 'neutral', 'dissatisfied'] as const;

/** 响应率、解决率 =（解决 + α·部分解决）÷ 有答案的、满意率 = Σ w(档) ÷ 评价数；综合 = a·响应 + b·解决 + c·满意. */
function threeOf(told: Answers, { partly, levels: worth, weights }: FigureRules): Three {
  const response = ratio(told.responded, told.responseDue);
  const resolution = ratio(told.solved + partly * told.partly, told.solved + told.partly + told.unsolved);
  const satisfaction = ratio(
    levels.reduce((sum, level) => sum + worth[level] * told[level], 0),
    levels.reduce((sum, level) => sum + told[level], 0),
  );
  if (response === undefined || resolution === undefined || satisfaction === undefined) {
    return { response, resolution, satisfaction };
  }
  const composite =
    weights.response * response + weights.resolution * resolution + weights.satisfaction * satisfaction;
  return { response, resolution, satisfaction, composite };
}
