import type { Decisions, Errands, Lines, Memory, Notices } from './chapter.ts';
import * as accepting from './chapters/accepting.ts';
import * as answering from './chapters/answering.ts';
import * as climbing from './chapters/climbing.ts';
import * as consulting from './chapters/consulting.ts';
import * as ending from './chapters/ending.ts';
import * as followingUp from './chapters/following-up.ts';
import * as givingOut from './chapters/giving-out.ts';
import * as mandating from './chapters/mandating.ts';
import * as rating from './chapters/rating.ts';
import * as submitting from './chapters/submitting.ts';
import * as supervising from './chapters/supervising.ts';
import * as whistling from './chapters/whistling.ts';

/** The chapters bound together: a command or a fact without its rule does not compile. */
type Later =
  | accepting.Command
  | givingOut.Command
  | whistling.Command
  | consulting.Command
  | answering.Command
  | rating.Command
  | followingUp.Command
  | supervising.Command
  | climbing.Command
  | mandating.Command
  | ending.Command;
export type Command = submitting.Command | Later;

type Since =
  | accepting.Fact
  | givingOut.Fact
  | whistling.Fact
  | consulting.Fact
  | answering.Fact
  | rating.Fact
  | followingUp.Fact
  | supervising.Fact
  | climbing.Fact
  | mandating.Fact
  | ending.Fact;
export type Fact = submitting.Fact | Since;

export const decisions: Decisions<Later, Fact> = {
  ...accepting.decide,
  ...givingOut.decide,
  ...whistling.decide,
  ...consulting.decide,
  ...answering.decide,
  ...rating.decide,
  ...followingUp.decide,
  ...supervising.decide,
  ...climbing.decide,
  ...mandating.decide,
  ...ending.decide,
};

export const memory: Memory<Since> = {
  ...accepting.evolve,
  ...givingOut.evolve,
  ...whistling.evolve,
  ...consulting.evolve,
  ...answering.evolve,
  ...rating.evolve,
  ...followingUp.evolve,
  ...supervising.evolve,
  ...climbing.evolve,
  ...mandating.evolve,
  ...ending.evolve,
};

export const errands: Errands<Since> = {
  ...givingOut.errands,
  ...whistling.errands,
  ...consulting.errands,
  ...answering.errands,
  ...rating.errands,
  ...supervising.errands,
  ...climbing.errands,
  ...ending.errands,
};

export const notices: Notices<Fact> = {
  ...submitting.notices,
  ...accepting.notices,
  ...givingOut.notices,
  ...whistling.notices,
  ...consulting.notices,
  ...answering.notices,
  ...rating.notices,
  ...ending.notices,
};

export const lines: Lines<Fact> = {
  ...submitting.line,
  ...accepting.line,
  ...givingOut.line,
  ...whistling.line,
  ...consulting.line,
  ...answering.line,
  ...rating.line,
  ...followingUp.line,
  ...supervising.line,
  ...climbing.line,
  ...mandating.line,
  ...ending.line,
};
