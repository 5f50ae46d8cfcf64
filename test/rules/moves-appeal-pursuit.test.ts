import type { Command } from '../../domain/appeal/rulebook.ts';
import { cells, holds } from '../support/duties.ts';
import { leader, system } from '../support/office.ts';
import { pursuits } from './moves-appeal-pursuit.ts';
import * as told from './told.ts';

const supervise = { type: 'supervise', kind: 'routine', words: '请尽快办结' } as const;
const climb = { type: 'climb', step: 'weekly', reason: 'manual', words: '几家推来推去' } as const;
const due = { startedAt: 0, amount: 3, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;

const { inProgress, contested: _contested, proposed: _proposed, ...others } = told.appeals;
const states = {
  ...{ ...others, inProgress },
  pressed: [...inProgress, [leader, supervise] as const],
  onAgenda: [...inProgress, [leader, climb] as const],
  inDistrict: [...inProgress, [system, { ...climb, step: 'district' }] as const],
};

const rows = cells(`
                resident coordinator     leader          secretary       supervisor followUpClerk housing housingLeader gridWorker system
new             -        -               -               -               -          -             -       -             -          -
submitted       -        -               -               -               -          -             -       -             -          -
needsInfo       -        -               -               -               -          -             -       -             -          -
accepted        -        climb           climb           climb           -          -             -       -             -          climb,mandate
asked           -        climb           climb           climb           -          -             -       -             -          climb,mandate
followed        -        climb           climb           climb           -          -             -       -             -          climb,mandate
consulting      -        climb           climb           climb           -          -             -       -             -          climb,mandate
dispatched      -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
whistled        -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
inProgress      -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
pressed         -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate,unsupervise
onAgenda        -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate,offAgenda
inDistrict      -        supervise       supervise       supervise       supervise  -             -       -             -          supervise,mandate
handedIn        -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
entrusted       -        -               -               -               -          -             -       -             -          mandate
doneInGrid      -        -               -               -               -          -             -       -             -          mandate
onHold          -        climb           climb           climb           -          -             -       -             -          climb,mandate
replied         -        supervise       supervise       supervise       supervise  -             -       -             -          supervise
awaitingRating  -        -               -               -               -          -             -       -             -          followedUp,unreached
followersRating -        -               -               -               -          -             -       -             -          followedUp,unreached
reworking       -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
reworked        -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
reopened        -        supervise,climb supervise,climb supervise,climb supervise  -             -       -             -          supervise,climb,mandate
merged          -        -               -               -               -          -             -       -             -          -
following       -        -               -               -               -          -             -       -             -          -
closed          -        -               -               -               -          -             -       -             -          -
declined        -        -               -               -               -          -             -       -             -          -
transferred     -        -               -               -               -          -             -       -             -          -
withdrawn       -        -               -               -               -          -             -       -             -          -
`);

const commands: readonly Command[] = [
  supervise,
  climb,
  { type: 'unsupervise', supervision: 'appeal-0001-s5' },
  { type: 'offAgenda', words: '会上已经说清' },
  { type: 'mandate', units: told.dispatch.units, words: '住建局牵头办', due },
  { type: 'followedUp', contacted: true, solved: 'solved', satisfied: 'satisfied' },
  { type: 'unreached', called: true },
];
const moves = Object.assign({}, ...pursuits);

holds({ name: '诉求的回访、督办、上会', rows, commands, moves }, states, (steps) =>
  told.appealAfter(...steps),
);
