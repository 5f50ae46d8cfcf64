import type { Command as AttendanceCommand } from '../../domain/attendance/attendance.ts';
import { attendance } from '../../domain/attendance/index.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { sign } from '../../domain/sign/index.ts';
import type { Command as SignCommand } from '../../domain/sign/sign.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told-records.ts';

/** 苗头只由专班处理；处理过的，又多起来还可以再处理. */
const signTable = cells(`
          coordinator          colleague            leader secretary supervisor followUpClerk gridWorker gridChief householdLead clerk housing housingLeader resident shops system
new       patrol,table,dismiss patrol,table,dismiss -      -         -          -             -          -         -             -     -       -             -        -     -
patrolled patrol,table,dismiss patrol,table,dismiss -      -         -          -             -          -         -             -     -       -             -        -     -
tabled    patrol,table,dismiss patrol,table,dismiss -      -         -          -             -          -         -             -     -       -             -        -     -
dismissed patrol,table,dismiss patrol,table,dismiss -      -         -          -             -          -         -             -     -       -             -        -     -
`);

/** 报到记录只由系统记，谁也改不了. */
const attendanceTable = cells(`
          coordinator leader secretary supervisor followUpClerk gridWorker gridChief clerk housing housingLeader water resident shops system
new       -           -      -         -          -             -          -         -     -       -             -     -        -     redden
counted   -           -      -         -          -             -          -         -     -       -             -     -        -     redden
named     -           -      -         -          -             -          -         -     -       -             -     -        -     redden
`);

holds<readonly (readonly [Actor, SignCommand])[], SignCommand>(
  { name: '苗头', rows: signTable, commands: [told.patrol, told.table, told.dismiss], moves: sign.moves },
  told.signs,
  (steps) => told.signAfter(...steps),
);

holds<readonly (readonly [Actor, AttendanceCommand])[], AttendanceCommand>(
  { name: '报到记录', rows: attendanceTable, commands: [told.red(3)], moves: attendance.moves },
  told.attendances,
  (steps) => told.attendanceAfter(...steps),
);
