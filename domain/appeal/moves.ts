import type { MoveTable } from '../kernel/moves.ts';
import type { Appeal } from './appeal.ts';
import * as accepting from './chapters/accepting.ts';
import * as answering from './chapters/answering.ts';
import * as asking from './chapters/asking.ts';
import * as checking from './chapters/checking.ts';
import * as climbing from './chapters/climbing.ts';
import * as consulting from './chapters/consulting.ts';
import * as declining from './chapters/declining.ts';
import * as ending from './chapters/ending.ts';
import * as entrusting from './chapters/entrusting.ts';
import * as following from './chapters/following.ts';
import * as followingUp from './chapters/following-up.ts';
import * as forgetting from './chapters/forgetting.ts';
import * as givingOut from './chapters/giving-out.ts';
import * as holding from './chapters/holding.ts';
import * as mandating from './chapters/mandating.ts';
import * as merging from './chapters/merging.ts';
import * as noting from './chapters/noting.ts';
import * as objecting from './chapters/objecting.ts';
import * as patrolling from './chapters/patrolling.ts';
import * as placing from './chapters/placing.ts';
import * as questioning from './chapters/questioning.ts';
import * as rating from './chapters/rating.ts';
import * as relieving from './chapters/relieving.ts';
import * as reopening from './chapters/reopening.ts';
import * as shielding from './chapters/shielding.ts';
import * as submitting from './chapters/submitting.ts';
import * as supervising from './chapters/supervising.ts';
import * as transcribing from './chapters/transcribing.ts';
import * as transferring from './chapters/transferring.ts';
import * as urging from './chapters/urging.ts';
import * as whistling from './chapters/whistling.ts';
import type { Command } from './rulebook.ts';
import { unlessRecused } from './who.ts';

/**
 * 诉求的职责表：谁，在什么状态下，可以做什么，依据哪一条. 条例 = 《北京市接诉即办工作条例》.
 * Buttons stand in this order; what waits for a second person comes first. Who stays out of an appeal has none of them.
 */
export const moves: MoveTable<Appeal, Command['type']> = unlessRecused({
  ...submitting.moves,
  ...patrolling.moves,
  ...following.moves,
  ...declining.secondMoves,
  ...accepting.moves,
  ...givingOut.moves,
  ...noting.moves,
  ...entrusting.moves,
  ...whistling.moves,
  ...consulting.moves,
  ...transcribing.moves,
  ...questioning.moves,
  ...answering.moves,
  ...rating.moves,
  ...urging.moves,
  ...reopening.moves,
  ...merging.moves,
  ...transferring.moves,
  ...declining.moves,
  ...followingUp.moves,
  ...mandating.moves,
  ...asking.moves,
  ...holding.moves,
  ...relieving.moves,
  ...objecting.moves,
  ...ending.moves,
  ...supervising.moves,
  ...climbing.moves,
  ...placing.moves,
  ...shielding.moves,
  ...checking.moves,
  ...forgetting.moves,
});
