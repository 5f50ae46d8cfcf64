import type { Decisions, Errands, Lapses, Lines, Memory, Notices } from './chapter.ts';
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
import type * as patrolling from './chapters/patrolling.ts';
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

/** The chapters bound together: a command or a fact without its rule does not compile. */
type Later =
  | accepting.Command
  | placing.Command
  | givingOut.Command
  | noting.Command
  | entrusting.Command
  | whistling.Command
  | consulting.Command
  | questioning.Command
  | answering.Command
  | rating.Command
  | followingUp.Command
  | supervising.Command
  | climbing.Command
  | mandating.Command
  | checking.Command
  | forgetting.Command
  | urging.Command
  | reopening.Command
  | merging.Command
  | transferring.Command
  | transcribing.Command
  | declining.Command
  | ending.Command
  | shielding.Command
  | asking.Command
  | holding.Command
  | relieving.Command
  | objecting.Command;
export type Command = submitting.Command | patrolling.Command | following.Command | Later;

type Since =
  | accepting.Fact
  | placing.Fact
  | givingOut.Fact
  | noting.Fact
  | entrusting.Fact
  | whistling.Fact
  | consulting.Fact
  | questioning.Fact
  | answering.Fact
  | rating.Fact
  | followingUp.Fact
  | supervising.Fact
  | climbing.Fact
  | mandating.Fact
  | checking.Fact
  | forgetting.Fact
  | urging.Fact
  | reopening.Fact
  | merging.Fact
  | transferring.Fact
  | transcribing.Fact
  | declining.Fact
  | ending.Fact
  | shielding.Fact
  | asking.Fact
  | holding.Fact
  | relieving.Fact
  | objecting.Fact;
export type Fact = submitting.Fact | following.Fact | Since;

export const decisions: Decisions<Later | following.Admit, Fact> = {
  ...following.decide,
  ...accepting.decide,
  ...placing.decide,
  ...givingOut.decide,
  ...noting.decide,
  ...entrusting.decide,
  ...whistling.decide,
  ...consulting.decide,
  ...questioning.decide,
  ...answering.decide,
  ...rating.decide,
  ...followingUp.decide,
  ...supervising.decide,
  ...climbing.decide,
  ...mandating.decide,
  ...urging.decide,
  ...reopening.decide,
  ...merging.decide,
  ...transferring.decide,
  ...transcribing.decide,
  ...declining.decide,
  ...asking.decide,
  ...holding.decide,
  ...relieving.decide,
  ...objecting.decide,
  ...ending.decide,
  ...checking.decide,
  ...forgetting.decide,
  ...shielding.decide,
};

export const memory: Memory<Since> = {
  ...accepting.evolve,
  ...placing.evolve,
  ...givingOut.evolve,
  ...noting.evolve,
  ...entrusting.evolve,
  ...whistling.evolve,
  ...consulting.evolve,
  ...questioning.evolve,
  ...answering.evolve,
  ...rating.evolve,
  ...followingUp.evolve,
  ...supervising.evolve,
  ...climbing.evolve,
  ...mandating.evolve,
  ...urging.evolve,
  ...reopening.evolve,
  ...merging.evolve,
  ...transferring.evolve,
  ...transcribing.evolve,
  ...declining.evolve,
  ...asking.evolve,
  ...holding.evolve,
  ...relieving.evolve,
  ...objecting.evolve,
  ...ending.evolve,
  ...checking.evolve,
  ...forgetting.evolve,
  ...shielding.evolve,
};

export const errands: Errands<Fact> = {
  ...submitting.errands,
  ...following.errands,
  ...accepting.errands,
  ...placing.errands,
  ...givingOut.errands,
  ...entrusting.errands,
  ...whistling.errands,
  ...consulting.errands,
  ...answering.errands,
  ...rating.errands,
  ...supervising.errands,
  ...climbing.errands,
  ...mandating.errands,
  ...merging.errands,
  ...transferring.errands,
  ...asking.errands,
  ...holding.errands,
  ...relieving.errands,
  ...objecting.errands,
  ...ending.errands,
};

export const lapses: Lapses = {
  ...questioning.lapses,
  ...holding.lapses,
};

export const notices: Notices<Fact> = {
  ...submitting.notices,
  ...accepting.notices,
  ...givingOut.notices,
  ...entrusting.notices,
  ...whistling.notices,
  ...consulting.notices,
  ...questioning.notices,
  ...answering.notices,
  ...rating.notices,
  ...climbing.notices,
  ...urging.notices,
  ...reopening.notices,
  ...merging.notices,
  ...transferring.notices,
  ...declining.notices,
  ...holding.notices,
  ...relieving.notices,
  ...ending.notices,
  ...shielding.notices,
};

export const lines: Lines<Fact> = {
  ...submitting.line,
  ...following.line,
  ...accepting.line,
  ...placing.line,
  ...givingOut.line,
  ...noting.line,
  ...entrusting.line,
  ...whistling.line,
  ...consulting.line,
  ...questioning.line,
  ...answering.line,
  ...rating.line,
  ...followingUp.line,
  ...supervising.line,
  ...climbing.line,
  ...mandating.line,
  ...urging.line,
  ...reopening.line,
  ...merging.line,
  ...transferring.line,
  ...transcribing.line,
  ...declining.line,
  ...asking.line,
  ...holding.line,
  ...relieving.line,
  ...objecting.line,
  ...ending.line,
  ...checking.line,
  ...forgetting.line,
  ...shielding.line,
};
