import * as v from 'valibot';
import * as accepting from './chapters/accepting.ts';
import * as answering from './chapters/answering.ts';
import * as checking from './chapters/checking.ts';
import * as ending from './chapters/ending.ts';
import * as givingOut from './chapters/giving-out.ts';
import * as rating from './chapters/rating.ts';
import * as submitting from './chapters/submitting.ts';
import * as whistling from './chapters/whistling.ts';
import type { Command } from './rulebook.ts';

/** What a person may send about an appeal; unknown keys are refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    ...submitting.inputs,
    ...accepting.inputs,
    ...givingOut.inputs,
    ...whistling.inputs,
    ...answering.inputs,
    ...rating.inputs,
    ...ending.inputs,
    ...checking.inputs,
  ],
  '不认识的操作',
);
