import { must } from '../kernel/refusal.ts';
import { metresBetween } from '../office/distance.ts';
import type { Point, Rules } from '../office/office.ts';
import type { Arrival, Command, Fact, Task } from './task.ts';

const article = '条例第十六条';

type Said = Extract<Command, { type: 'reportIn' }>;

/**
 * 到场报到：在集合地点的范围以内，或者报得出现场的报到码；准许线上的才可以线上报到. A wrong code stays on the
 * record: whoever tries them all is stopped.
 */
export function arrived(task: Task, said: Said, rules: Rules): Fact {
  const { meet } = task;
  const { way, words, point, code } = said;
  const come = (arrival: Omit<Arrival, 'way'> = {}): Fact => ({ type: 'reportedIn', words, way, ...arrival });
  if (meet === undefined) return come();
  if (way === 'online') {
    must(meet.online, 'onsite-only', '这一哨要到现场报到', article);
    return come();
  }
  if (code === undefined) return come({ proof: 'place', metres: near(meet, point) });
  return isRight(task, code, rules) ? come({ proof: 'code' }) : miscoded(task, rules);
}

function isRight({ meet, miscodes = 0 }: Task, code: string, { reportInTries: tries }: Rules): boolean {
  must(meet?.code !== undefined, 'no-code', '这一哨没有报到码，请带上现在的位置');
  must(miscodes < tries, 'code-shut', `报到码错了 ${miscodes} 次，不再收，请现场的街道干部确认到场`, article);
  return code === meet.code;
}

function miscoded({ miscodes = 0 }: Task, { reportInTries: tries }: Rules): Fact {
  const left = tries - miscodes - 1;
  return { type: 'miscoded', left };
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
