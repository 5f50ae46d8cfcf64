import { type Ball, type TaskDetail, taskMoves, words } from '../../../lib/domain';
import { type Light, type LightCopy, type LitUnit, lightOf } from '../../../lib/lights';

/** One unit as the coordinator sees it: its light, what it was asked, what it handed in, what may be done about it. */
export interface UnitCard {
  readonly task: string;
  readonly zh: string;
  readonly lights: readonly Light[];
  readonly need: string;
  readonly sentence: string;
  readonly result: string;
  readonly moves: readonly { readonly type: string; readonly zh: string }[];
}

export function unitCard(
  unit: LitUnit & { readonly need?: string },
  detail: TaskDetail | undefined,
  now: number,
  t: LightCopy,
): UnitCard {
  const view = detail?.view;
  const ball: Ball | undefined = view?.ball;
  const moves = (Object.keys(taskMoves) as (keyof typeof taskMoves)[]).filter((type) =>
    detail?.moves.includes(type),
  );
  return {
    task: unit.task,
    zh: unit.zh,
    lights: [lightOf(unit, ball, now, t)],
    need: unit.need ?? view?.need ?? '',
    sentence: ball?.sentence ?? '',
    result: view?.result ? `${words.solved[view.result.outcome].zh}：${view.result.words}` : '',
    moves: moves.map((type) => ({ type, zh: taskMoves[type].zh })),
  };
}
