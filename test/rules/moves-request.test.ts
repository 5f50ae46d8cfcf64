import type { Actor } from '../../domain/kernel/process.ts';
import { objection } from '../../domain/objection/index.ts';
import type { Command as ObjectionCommand } from '../../domain/objection/objection.ts';
import { request } from '../../domain/request/index.ts';
import type { Command as RequestCommand } from '../../domain/request/request.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told-request.ts';

/** 单位申请，专班签署，街道领导批准. */
const signedTwice = cells(`
          housing  housingLeader water coordinator    colleague      leader       resident gridWorker followUpClerk secretary supervisor system
new       -        -             -     -              -              -            -        -          -             -         -          raise
raised    takeBack takeBack      -     endorse,refuse endorse,refuse -            -        -          -             -         -          takeBack
endorsed  takeBack takeBack      -     -              -              grant,refuse -        -          -             -         -          takeBack
granted   -        -             -     -              -              -            -        -          -             -         -          -
refused   -        -             -     -              -              -            -        -          -             -         -          -
expired   -        -             -     -              -              -            -        -          -             -         -          -
takenBack -        -             -     -              -              -            -        -          -             -         -          -
`);

/** 单位申请，专班批准. */
const byCoordinator = cells(`
          housing  housingLeader water coordinator  colleague    leader resident gridWorker followUpClerk secretary supervisor system
new       -        -             -     -            -            -      -        -          -             -         -          raise
raised    takeBack takeBack      -     grant,refuse grant,refuse -      -        -          -             -         -          takeBack
granted   -        -             -     -            -            -      -        -          -             -         -          -
refused   -        -             -     -            -            -      -        -          -             -         -          -
expired   -        -             -     -            -            -      -        -          -             -         -          -
takenBack -        -             -     -            -            -      -        -          -             -         -          -
`);

/** 单位申请，专班或街道领导批准. */
const byEither = cells(`
          housing  housingLeader water coordinator  colleague    leader       resident gridWorker followUpClerk secretary supervisor system
new       -        -             -     -            -            -            -        -          -             -         -          raise
raised    takeBack takeBack      -     grant,refuse grant,refuse grant,refuse -        -          -             -         -          takeBack
granted   -        -             -     -            -            -            -        -          -             -         -          -
refused   -        -             -     -            -            -            -        -          -             -         -          -
expired   -        -             -     -            -            -            -        -          -             -         -          -
takenBack -        -             -     -            -            -            -        -          -             -         -          -
`);

/** 专班的普布申请：他自己不批，由第二个人批. */
const byAnother = cells(`
          housing housingLeader water coordinator colleague    leader       resident gridWorker followUpClerk secretary supervisor system
new       -       -             -     -           -            -            -        -          -             -         -          raise
raised    -       -             -     takeBack    grant,refuse grant,refuse -        -          -             -         -          takeBack
granted   -       -             -     -           -            -            -        -          -             -         -          -
refused   -       -             -     -           -            -            -        -          -             -         -          -
expired   -       -             -     -           -            -            -        -          -             -         -          -
takenBack -       -             -     -           -            -            -        -          -             -         -          -
`);

const objectionTable = cells(`
          housing housingLeader water coordinator     colleague       leader resident gridWorker followUpClerk secretary supervisor system
new       -       -             -     -               -               -      -        -          -             -         -          raise
raised    -       -             -     uphold,overrule uphold,overrule -      -        -          -             -         -          overrule
upheld    -       -             -     -               -               -      -        -          -             -         -          -
overruled -       -             -     -               -               -      -        -          -             -         -          -
expired   -       -             -     -               -               -      -        -          -             -         -          -
`);

const requestCommands: readonly RequestCommand[] = [
  told.raise('hold'),
  ...[told.endorse, told.grant, told.refuse, told.takeBack],
];
const objectionCommands: readonly ObjectionCommand[] = [told.raiseObjection, told.uphold, told.overrule];

const kinds = [
  ['挂账申请', 'hold', signedTwice],
  ['延期申请', 'extend', byCoordinator],
  ['再次延期申请', 'extendAgain', signedTwice],
  ['终止办理申请', 'terminate', byCoordinator],
  ['解密申请', 'unmask', byEither],
  ['专班的剔除申请', 'exclude', byAnother],
] as const;

for (const [name, kind, rows] of kinds)
  holds<readonly (string | readonly [Actor, RequestCommand])[], RequestCommand>(
    { name, rows, commands: requestCommands, moves: request.moves },
    told.requests[kind],
    (steps) => told.requestAfter(...steps),
  );

holds<readonly (string | readonly [Actor, ObjectionCommand])[], ObjectionCommand>(
  { name: '派单异议', rows: objectionTable, commands: objectionCommands, moves: objection.moves },
  told.objections,
  (steps) => told.objectionAfter(...steps),
);
