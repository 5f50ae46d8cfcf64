import { type AppealShown, appealShown, type DeskCopy } from '../../../lib/appeal-shown';
import { type Ball, showInstant, type TaskDetail, type TaskView, words } from '../../../lib/domain';
import { type LeaveCard, type LeaveWords, leaveCards } from '../../../lib/leave';
import { type Light, lightOf } from '../../../lib/lights';
import { type MapView, mapOf } from '../../../lib/map';
import type { UrgencyCopy } from '../../../lib/urgency';
import { type Button, buttonsOf } from '../../lib/moves';

export interface TaskShown {
  readonly ball: Ball;
  readonly title: string;
  readonly role: string;
  readonly theme: string;
  readonly need: string;
  readonly sentBack: string;
  readonly result: string;
  readonly appeal: AppealShown | null;
  readonly map: MapView | null;
  readonly meet: string;
  readonly partners: string;
  readonly lights: readonly Light[];
  readonly leave: readonly LeaveCard[];
  readonly lines: TaskDetail['lines'];
  readonly moves: readonly Button[];
}

interface Words extends LeaveWords {
  readonly desk: DeskCopy;
}

export function taskShown(detail: TaskDetail, now: number, t: Words): TaskShown {
  const { view, appeal, whistle } = detail;
  const point = appeal?.view.place?.point;
  return {
    ball: ballOf(detail),
    title: view.brief.matterZh ?? t.desk.noMatter,
    role: words.taskRole[view.role].zh,
    theme: view.theme ? words.theme[view.theme].zh : '',
    need: view.need ?? '',
    sentBack: view.sentBack ?? '',
    result: resultOf(view),
    appeal: appeal ? appealShown(appeal.view, now, t.desk) : null,
    map: point ? mapOf(point) : null,
    meet: whistle ? meetOf(whistle, now) : '',
    partners: whistle?.partners.join('、') ?? '',
    lights: lightsOf(detail, now, t.urgency),
    leave: leaveCards(detail.leave, now, t),
    lines: detail.lines,
    moves: buttonsOf({ task: detail.moves, appeal: appeal?.moves ?? [] }, view),
  };
}

/** Once the unit has handed in, the appeal says who holds the ball. */
function ballOf({ view, appeal }: TaskDetail): Ball {
  return view.ball.holder === 'unit' ? view.ball : (appeal?.view.ball ?? view.ball);
}

function resultOf({ result }: TaskView): string {
  return result ? `${words.solved[result.outcome].zh}：${result.words}` : '';
}

function meetOf({ meetAt, meetPlace = '' }: NonNullable<TaskDetail['whistle']>, now: number): string {
  return `${meetAt === undefined ? '' : showInstant(meetAt, now)} ${meetPlace}`.trim();
}

/** Who else works on it; alone there is nothing to show. */
function lightsOf({ view, appeal, whistle }: TaskDetail, now: number, t: UrgencyCopy): Light[] {
  const units = whistle?.units ?? appeal?.view.units ?? [];
  if (units.length < 2) return [];
  return units.map((unit) => lightOf(unit, unit.task === view.id ? view.ball : undefined, now, t));
}
