import type { MoveTable } from '../kernel/moves.ts';
import type { Appeal } from './appeal.ts';
import * as accepting from './chapters/accepting.ts';
import * as answering from './chapters/answering.ts';
import * as checking from './chapters/checking.ts';
import * as consulting from './chapters/consulting.ts';
import * as ending from './chapters/ending.ts';
import * as givingOut from './chapters/giving-out.ts';
import * as rating from './chapters/rating.ts';
import * as submitting from './chapters/submitting.ts';
import * as whistling from './chapters/whistling.ts';
import type { Command } from './rulebook.ts';

/**
 * 诉求的职责表：谁，在什么状态下，可以做什么，依据哪一条. 条例 = 《北京市接诉即办工作条例》.
 * Buttons stand in this order.
 */
export const moves: MoveTable<Appeal, Command['type']> = {
  ...submitting.moves,
  ...accepting.moves,
  ...givingOut.moves,
  ...whistling.moves,
  ...consulting.moves,
  ...answering.moves,
  ...rating.moves,
  ...ending.moves,
  ...checking.moves,
};
