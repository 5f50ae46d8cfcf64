import { type AppealView, showInstant, words } from '../../lib/domain';
import { settings } from '../../lib/settings';

/** What a list shows of one appeal. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly warm: boolean;
  readonly place: string;
  readonly when: string;
  readonly ball: AppealView['ball'];
}

export function cardOf(view: AppealView, now: number): Card {
  return {
    id: view.id,
    title: view.text.slice(0, 60),
    status: words.say(words.appealStatus[view.status], settings().language),
    warm: view.ball.holder === 'resident',
    place: view.place?.address ?? '',
    when: showInstant(view.submittedAt, now),
    ball: view.ball,
  };
}
