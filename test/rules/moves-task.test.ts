import { task } from '../../domain/task/index.ts';
import type { Command } from '../../domain/task/task.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told.ts';

const taskTable = cells(`
             housing             housingLeader       water coordinator leader resident system
new          -                   -                   -     -           -      -        assign
pending      acknowledge         acknowledge         -     release     -      -        release
acknowledged contact,work        contact,work        -     release     -      -        release
handling     contact,work,submit contact,work,submit -     release     -      -        release
submitted    -                   -                   -     release     -      -        answer,accept,return,redo,release
accepted     -                   -                   -     -           -      -        return,redo
released     -                   -                   -     -           -      -        -
`);

const summonsTable = cells(`
             housing                 housingLeader           water coordinator leader resident system
pending      acknowledge             acknowledge             -     release     -      -        release
acknowledged setOut,reportIn,contact setOut,reportIn,contact -     release     -      -        release
onTheWay     reportIn,contact        reportIn,contact        -     release     -      -        release
reportedIn   contact,work            contact,work            -     release     -      -        release
handling     contact,work,submit     contact,work,submit     -     release     -      -        release
submitted    -                       -                       -     release     -      -        answer,accept,return,redo,release
accepted     -                       -                       -     -           -      -        return,redo
released     -                       -                       -     -           -      -        -
`);

const due = { startedAt: 0, amount: 3, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;

const commands: readonly Command[] = [
  ...[told.assign, told.work, told.handIn],
  { type: 'acknowledge' },
  { type: 'setOut' },
  { type: 'reportIn', way: 'onsite' },
  { type: 'contact', way: 'phone', words: '约好上门' },
  { type: 'answer' },
  { type: 'accept' },
  { type: 'return', words: '请补照片' },
  { type: 'redo', words: '还在漏', due },
  { type: 'release', words: '不再需要' },
];

const { moves } = task;

holds({ name: '派单的任务', rows: taskTable, commands, moves }, told.tasks, (steps) =>
  told.taskAfter(...steps),
);
holds({ name: '吹哨的任务', rows: summonsTable, commands, moves }, told.summons, (steps) =>
  told.taskAfter(...steps),
);
