import type { Score, Whistle } from '../whistle/whistle.ts';
import { counted } from './counts.ts';
import { type Tally, tallyAt } from './tally.ts';

/** Of the five points for the result, so many mean that it is solved. */
const solvedFrom = 3;

/** One blow, by the day it was blown; none before it is approved. What a unit was given for it counts for the unit. */
export function tallyWhistle(whistle: Whistle): readonly Tally[] {
  const { blownAt, brief, scores } = whistle;
  if (blownAt === undefined) return [];
  return [
    tallyAt(blownAt, brief, blow(whistle)),
    ...scores.map((score) => tallyAt(blownAt, { ...brief, unit: score.unit }, scored(score))),
  ];
}

/** 解决：评哨时主办的结果在 3 分以上. 无效：说没必要的部门过半. */
function blow({ units, scores, verdicts }: Whistle) {
  const lead = units.find(({ role, status: light }) => role === 'lead' && light !== 'released')?.unit;
  const result = scores.find(({ unit }) => unit === lead)?.result;
  const against = verdicts.filter(({ valid }) => !valid).length;
  return counted({
    whistles: 1,
    whistlesEvaluated: result !== undefined,
    whistlesSolved: result !== undefined && result >= solvedFrom,
    whistlesJudged: verdicts.length > 0,
    whistlesInvalid: against * 2 > verdicts.length,
  });
}

/** 报到、办理、结果，各 1 至 5 分. */
function scored({ reportIn, handling, result }: Score) {
  return counted({ scored: 3, scores: reportIn + handling + result });
}
