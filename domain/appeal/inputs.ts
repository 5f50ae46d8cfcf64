import * as v from 'valibot';
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
import * as givingOut from './chapters/giving-out.ts';
import * as holding from './chapters/holding.ts';
import * as merging from './chapters/merging.ts';
import * as placing from './chapters/placing.ts';
import * as questioning from './chapters/questioning.ts';
import * as rating from './chapters/rating.ts';
import * as reopening from './chapters/reopening.ts';
import * as shielding from './chapters/shielding.ts';
import * as submitting from './chapters/submitting.ts';
import * as supervising from './chapters/supervising.ts';
import * as transcribing from './chapters/transcribing.ts';
import * as transferring from './chapters/transferring.ts';
import * as urging from './chapters/urging.ts';
import * as whistling from './chapters/whistling.ts';
import type { Command } from './rulebook.ts';

/** What a person may send about an appeal; unknown keys are refused. */
export const input: v.GenericSchema<unknown, Command> = v.variant(
  'type',
  [
    ...submitting.inputs,
    ...following.inputs,
    ...accepting.inputs,
    ...placing.inputs,
    ...givingOut.inputs,
    ...entrusting.inputs,
    ...whistling.inputs,
    ...consulting.inputs,
    ...transcribing.inputs,
    ...questioning.inputs,
    ...answering.inputs,
    ...rating.inputs,
    ...urging.inputs,
    ...reopening.inputs,
    ...merging.inputs,
    ...transferring.inputs,
    ...declining.inputs,
    ...asking.inputs,
    ...holding.inputs,
    ...ending.inputs,
    ...supervising.inputs,
    ...climbing.inputs,
    ...checking.inputs,
    ...shielding.inputs,
  ],
  '不认识的操作',
);
