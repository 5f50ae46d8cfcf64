import type { Clock } from '../time/clock.ts';
import { showInstant } from '../time/show.ts';

/** 球在谁手里：该谁、做什么、最迟什么时候. Instants are epoch ms. */
export interface Ball {
  readonly holder: 'coordinator' | 'unit' | 'resident' | 'none';
  readonly sentence: string;
  readonly startedAt?: number;
  readonly dueAt?: number;
  /** Which clock it is, where there are several. */
  readonly clock?: string;
  readonly provisional?: true;
}

/** The sentence with its clock: 「住建局正在办理，最迟 12月3日 18:00 答复」. */
export function ball(
  holder: Ball['holder'],
  doing: string,
  until: string,
  clock: Clock | undefined,
  now: number,
): Ball {
  if (clock === undefined) return { holder, sentence: doing };
  const { startedAt, dueAt, provisional } = clock;
  const limit = `${now > dueAt ? '应在' : '最迟'} ${showInstant(dueAt, now)} ${now > dueAt ? `${until}，已超时` : until}`;
  return { holder, sentence: `${doing}，${limit}`, startedAt, dueAt, ...(provisional && { provisional }) };
}
