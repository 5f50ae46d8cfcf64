import type { Decisions, Errands, Lines, Memory, Notices } from './chapter.ts';
import * as accepting from './chapters/accepting.ts';
import * as answering from './chapters/answering.ts';
import * as checking from './chapters/checking.ts';
import * as consulting from './chapters/consulting.ts';
import * as ending from './chapters/ending.ts';
import * as givingOut from './chapters/giving-out.ts';
import * as rating from './chapters/rating.ts';
import * as submitting from './chapters/submitting.ts';
import * as whistling from './chapters/whistling.ts';

/** The chapters bound together: a command or a fact without its rule does not compile. */
type Later =
  | accepting.Command
  | givingOut.Command
  | whistling.Command
  | consulting.Command
  | answering.Command
  | rating.Command
  | ending.Command
  | checking.Command;
export type Command = submitting.Command | Later;

type Since =
  | accepting.Fact
  | givingOut.Fact
  | whistling.Fact
  | consulting.Fact
  | answering.Fact
  | rating.Fact
  | ending.Fact
  | checking.Fact;
export type Fact = submitting.Fact | Since;

export const decisions: Decisions<Later, Fact> = {
  ...accepting.decide,
  ...givingOut.decide,
  ...whistling.decide,
  ...consulting.decide,
  ...answering.decide,
  ...rating.decide,
  ...ending.decide,
  ...checking.decide,
};

export const memory: Memory<Since> = {
  ...accepting.evolve,
  ...givingOut.evolve,
  ...whistling.evolve,
  ...consulting.evolve,
  ...answering.evolve,
  ...rating.evolve,
  ...ending.evolve,
  ...checking.evolve,
};

export const errands: Errands<Since> = {
  ...givingOut.errands,
  ...whistling.errands,
  ...consulting.errands,
  ...answering.errands,
  ...rating.errands,
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
  ...ending.line,
  ...checking.line,
};
