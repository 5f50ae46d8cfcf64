import { task } from '../../domain/task/index.ts';
import type { Command } from '../../domain/task/task.ts';
import { cells, holds } from '../support/duties.ts';
import { housing, housingLeader } from '../support/office.ts';
import * as told from './told.ts';

/** The tables of duties of a unit's task, written by hand beside the ones in the code. */
const others = [
  ...['resident', 'gridWorker', 'gridChief', 'householdLead', 'clerk'],
  ...['followUpClerk', 'leader', 'secretary', 'supervisor'],
];

const lead = cells(`
             housing                    housingLeader              water shops coordinator system
new          -                          -                          -     -     -           assign
pending      acknowledge,recuse         acknowledge,recuse,object  -     -     release     release,pause,resume,extend,reterm,rebrief
acknowledged contact,work,recuse        contact,work,recuse,object -     -     release     release,pause,resume,extend,reterm,rebrief
handling     contact,work,submit,recuse contact,work,submit,recuse -     -     release     release,pause,resume,extend,reterm,rebrief
submitted    -                          -                          -     -     release     answer,accept,return,redo,release,pause,resume,extend,reterm,rebrief
accepted     -                          -                          -     -     -           return,redo,rebrief
released     -                          -                          -     -     -           -
`);

const summons = cells(`
             housing                        housingLeader                         water shops coordinator system
pending      acknowledge,recuse             acknowledge,recuse,object             -     -     release     release,pause,resume,extend,reterm,rebrief
acknowledged setOut,reportIn,contact,recuse setOut,reportIn,contact,recuse,object -     -     release     release,pause,resume,extend,reterm,rebrief
onTheWay     reportIn,contact,recuse        reportIn,contact,recuse               -     -     release     release,pause,resume,extend,reterm,rebrief
reportedIn   contact,work,recuse            contact,work,recuse                   -     -     release     release,pause,resume,extend,reterm,rebrief
handling     contact,work,submit,recuse     contact,work,submit,recuse            -     -     release     release,pause,resume,extend,reterm,rebrief
submitted    -                              -                                     -     -     release     answer,accept,return,redo,release,pause,resume,extend,reterm,rebrief
accepted     -                              -                                     -     -     -           return,redo,rebrief
released     -                              -                                     -     -     -           -
`);

const rushed = cells(`
             housing                            housingLeader                      water shops coordinator system
acknowledged setOut,reportIn,contact,recuse     setOut,reportIn,contact,recuse     -     -     release     release,pause,resume,extend,reterm,rebrief
codeShut     setOut,reportIn,contact,recuse     setOut,reportIn,contact,recuse     -     -     vouch,release release,pause,resume,extend,reterm,rebrief
reportedIn   contact,work,interim,recuse        contact,work,interim,recuse        -     -     release     release,pause,resume,extend,reterm,rebrief
handling     contact,work,submit,interim,recuse contact,work,submit,interim,recuse -     -     release     release,pause,resume,extend,reterm,rebrief
reported     contact,work,submit,interim,recuse contact,work,submit,interim,recuse -     -     release     release,pause,resume,extend,reterm,rebrief
`);

const assisting = cells(`
             water                              housing housingLeader shops coordinator system
acknowledged contact,work,interim,recuse        -       -             -     release     release,pause,resume,extend,reterm,rebrief
handling     contact,work,submit,interim,recuse -       -             -     release     release,pause,resume,extend,reterm,rebrief
reported     contact,work,interim,recuse        -       -             -     release     release,pause,resume,extend,reterm,rebrief
`);

const informed = cells(`
         water housing housingLeader shops coordinator system
informed -     -       -             -     release     release,rebrief
`);

const inGrid = cells(`
             gridWorker                        gridChief                         householdLead clerk housing housingLeader water shops coordinator system
pending      acknowledge,passUp,recuse         acknowledge,passUp,recuse         -             -     -       -             -     -     release     release,pause,resume,extend,reterm,rebrief
acknowledged contact,work,passUp,recuse        contact,work,passUp,recuse        -             -     -       -             -     -     release     release,pause,resume,extend,reterm,rebrief
handling     contact,work,submit,passUp,recuse contact,work,submit,passUp,recuse -             -     -       -             -     -     release     release,pause,resume,extend,reterm,rebrief
submitted    -                                 -                                 -             -     -       -             -     -     release     answer,accept,return,redo,release,pause,resume,extend,reterm,rebrief
passedUp     -                                 -                                 -             -     -       -             -     -     -           -
`);

const helping = cells(`
             shops         water housing housingLeader coordinator system
pending      acknowledge   -     -       -             release     release,pause,resume,extend,reterm,rebrief
acknowledged reportIn,done -     -       -             release     release,pause,resume,extend,reterm,rebrief
reportedIn   done          -     -       -             release     release,pause,resume,extend,reterm,rebrief
accepted     -             -     -       -             -           return,redo,rebrief
`);

const due = { startedAt: 0, amount: 3, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;

const commands: readonly Command[] = [
  ...[told.assign, told.work, told.handIn],
  { type: 'acknowledge' },
  { type: 'setOut' },
  { type: 'reportIn', way: 'onsite', code: '402915' },
  { type: 'vouch', words: '现场看到人到了' },
  { type: 'contact', way: 'phone', words: '约好上门' },
  { type: 'interim', words: '备件还没有到货' },
  { type: 'done' },
  { type: 'recuse', words: '当事人是我亲戚' },
  { type: 'passUp', words: '要动用吊车' },
  { type: 'answer' },
  { type: 'accept' },
  { type: 'return', words: '请补照片' },
  { type: 'redo', words: '还在漏', due },
  { type: 'release', words: '不再需要' },
  told.object,
  { type: 'pause' },
  { type: 'resume' },
  { type: 'extend', term: { amount: 3, unit: 'days' } },
  { type: 'reterm', term: { amount: 15, unit: 'days' } },
  { type: 'rebrief', brief: { matter: 'noise' } },
];

/** Those who never have a part in a unit's task: in no state, with no move. */
const idle = (rows: ReturnType<typeof cells>): ReturnType<typeof cells> => {
  const told = new Set(rows.map(([, who]) => who));
  const silent = others.filter((who) => !told.has(who));
  return [...new Set(rows.map(([state]) => state))].flatMap((state) =>
    silent.map((who) => [state, who, []] as const),
  );
};

describe.each([
  ['派单主办', lead, told.tasks],
  ['先交网格', inGrid, told.inGrids],
  ['吹哨主办', summons, told.summons],
  ['应急', rushed, told.rushes],
  ['协办', assisting, told.assists],
  ['知会', informed, told.informs],
  ['联办方', helping, told.helps],
] as const)('%s', (name, rows, states: Readonly<Record<string, (typeof told.tasks)['pending']>>) => {
  const all = { name: `${name}的任务`, rows: [...rows, ...idle(rows)], commands, moves: task.moves };
  holds(all, states, (steps) => told.taskAfter(...steps));
});

test('请求回避的人，这件任务再也动不了；同单位的别人照办', () => {
  const recused = told.taskAfter(...told.tasks.handling, [
    housing,
    { type: 'recuse', words: '当事人是我亲戚' },
  ]);
  recused.offers(housing);
  recused.when(housing, told.handIn).refuses('not-yours');
  recused.offers(housingLeader, 'contact', 'work', 'submit', 'recuse');
});
