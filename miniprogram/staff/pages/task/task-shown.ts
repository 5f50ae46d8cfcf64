import { type AppealShown, appealShown, type DeskCopy } from '../../../lib/appeal-shown';
import { type Ball, showInstant, type TaskDetail, type TaskView, words } from '../../../lib/domain';
import { type LeaveCard, type LeaveWords, leaveCards } from '../../../lib/leave';
import { type Light, lightOf } from '../../../lib/lights';
import { type MapView, mapOf } from '../../../lib/map';
import type { UrgencyCopy } from '../../../lib/urgency';
import { type Button, buttonsOf } from '../../lib/moves';
import { roleOf } from '../../lib/role';

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
  readonly autoSigned: boolean;
  readonly interim: string;
  /** Called off: the appeal is no longer the unit's. */
  readonly apart: boolean;
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
  const point = view.meet?.point ?? appeal?.view.place?.point;
  return {
    ball: ballOf(detail),
    title: view.brief.matterZh ?? whistle?.subject ?? view.need ?? t.desk.noMatter,
    role: roleOf(view),
    theme: view.theme ? words.theme[view.theme].zh : '',
    need: view.need ?? '',
    sentBack: view.sentBack ?? '',
    result: resultOf(view),
    appeal: appeal ? appealShown(appeal.view, now, t.desk) : null,
    map: point ? mapOf(point) : null,
    meet: view.meet ? meetOf(view.meet, now) : '',
    partners: whistle?.partners.map(({ zh }) => zh).join('、') ?? '',
    autoSigned: view.autoSigned === true,
    interim: view.interim?.words ?? '',
    apart: !appeal && view.brief.appeal !== undefined,
    lights: lightsOf(detail, now, t.urgency),
    leave: leaveCards(detail.leave, now, t),
    lines: detail.lines,
    moves: buttonsOf({ task: detail.moves, appeal: appeal?.moves ?? [], whistle: detail.whistleMoves }, view),
  };
}

/** Once the unit has handed in, the appeal says who holds the ball. */
function ballOf({ view, appeal }: TaskDetail): Ball {
  const atWork = view.ball.holder === 'unit' && view.status !== 'submitted';
  return atWork ? view.ball : (appeal?.view.ball ?? view.ball);
}

function resultOf({ result }: TaskView): string {
  return result ? `${words.solved[result.outcome].zh}：${result.words}` : '';
}

function meetOf({ at, place = '' }: NonNullable<TaskView['meet']>, now: number): string {
  return `${at === undefined ? '' : showInstant(at, now)} ${place}`.trim();
}

/** Who else works on it; alone there is nothing to show. */
function lightsOf({ view, appeal, whistle }: TaskDetail, now: number, t: UrgencyCopy): Light[] {
  const units = whistle?.units ?? appeal?.view.units ?? [];
  if (units.length < 2) return [];
  return units.map((unit) => lightOf(unit, unit.task === view.id ? view.ball : undefined, now, t));
}
