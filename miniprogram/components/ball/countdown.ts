import { copyOf } from '../../lib/copy';
import { type Ball, type Signal, showLength, signal } from '../../lib/domain';

/** How long there is still, in words; the colour only repeats what `mark` and `state` say. */
export interface Countdown {
  readonly colour: Signal;
  readonly mark: string;
  readonly state: string;
  readonly left: string;
  readonly provisional: string;
}

const marks: Readonly<Record<Signal, string>> = { green: '✓', amber: '!', red: '✕' };

/** `undefined` where no clock runs. */
export function countdown(ball: Ball, now: number): Countdown | undefined {
  const { startedAt, dueAt } = ball;
  if (startedAt === undefined || dueAt === undefined) return undefined;
  const t = copyOf('ball');
  const colour = signal({ startedAt, dueAt }, now);
  return {
    colour,
    mark: marks[colour],
    state: colour === 'amber' ? t.soon : '',
    left: `${colour === 'red' ? t.over : t.left} ${showLength(dueAt - now)}`,
    provisional: ball.provisional ? t.provisional : '',
  };
}
