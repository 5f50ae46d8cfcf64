import { must } from '../kernel/refusal.ts';
import { metresBetween } from '../office/distance.ts';
import type { Point } from '../office/office.ts';
import type { Arrival, Command, Task } from './task.ts';

const article = '条例第十六条';

/** 到场报到：在集合地点的范围以内，或者报得出现场的报到码；准许线上的才可以线上报到. */
export function arrivalOf(
  { meet }: Pick<Task, 'meet'>,
  { way, point, code }: Extract<Command, { type: 'reportIn' }>,
): Arrival {
  if (meet === undefined) return { way };
  if (way === 'online') {
    must(meet.online, 'onsite-only', '这一哨要到现场报到', article);
    return { way };
  }
  if (code !== undefined) {
    must(code === meet.code, 'wrong-code', '报到码不对，请向现场的街道干部核对');
    return { way, proof: 'code' };
  }
  return { way, proof: 'place', metres: near(meet, point) };
}

/** The phone's place itself is not kept, only how far it was. */
function near({ point: place, radius }: NonNullable<Task['meet']>, point: Point | undefined): number {
  must(
    place && point,
    'show-arrival',
    place ? '到场报到要带上现在的位置，或填写现场的报到码' : '这一哨没有标出集合地点，请填写现场的报到码',
    article,
  );
  const metres = metresBetween(place, point);
  must(metres <= radius, 'too-far', `离集合地点还有 ${metres} 米，${radius} 米以内才算到场`, article);
  return metres;
}
