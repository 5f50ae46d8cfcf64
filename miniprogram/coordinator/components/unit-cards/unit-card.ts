import { type Ball, showInstant, type TaskDetail, taskMoves, words } from '../../../lib/domain';
import { type Light, type LightCopy, type LitUnit, lightOf } from '../../../lib/lights';
import { type Button, buttons } from '../../../lib/moves';

/** One unit as the coordinator sees it: its light, what it was asked, what it handed in, what may be done about it. */
export interface UnitCard {
  readonly task: string;
  readonly zh: string;
  readonly lights: readonly Light[];
  readonly need: string;
  readonly sentence: string;
  readonly result: string;
  readonly arrival: string;
  readonly interim: string;
  readonly moves: readonly Button[];
}

export interface ArrivalCopy {
  readonly arrived: string;
  readonly away: string;
  readonly metres: string;
}

export function unitCard(
  unit: LitUnit & { readonly need?: string },
  detail: TaskDetail | undefined,
  now: number,
  t: LightCopy & ArrivalCopy,
): UnitCard {
  const view = detail?.view;
  const ball: Ball | undefined = view?.ball;
  return {
    task: unit.task,
    zh: unit.zh,
    lights: [lightOf(unit, ball, now, t)],
    need: unit.need ?? view?.need ?? '',
    sentence: ball?.sentence ?? '',
    arrival: arrivalOf(view, now, t),
    interim: view?.interim?.words ?? '',
    result: view?.result ? `${words.solved[view.result.outcome].zh}：${view.result.words}` : '',
    moves: buttons(detail?.moves ?? [], taskMoves),
  };
}

/** 「已到场 14:05 · 按位置核对 · 相距 120 米」 */
function arrivalOf(view: TaskDetail['view'] | undefined, now: number, t: ArrivalCopy): string {
  const { arrival } = view ?? {};
  if (!arrival || arrival.way === 'online') return '';
  const proof = arrival.proof ? words.arrivalProof[arrival.proof].zh : '';
  const away = arrival.metres === undefined ? '' : `${t.away} ${arrival.metres} ${t.metres}`;
  return [`${t.arrived} ${showInstant(arrival.at, now)}`, proof, away].filter(Boolean).join(' · ');
}
