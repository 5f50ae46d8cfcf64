import type { Command as AppealCommand } from '../../domain/appeal/appeal.ts';
import { appeal } from '../../domain/appeal/index.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { task } from '../../domain/task/index.ts';
import type { Command as TaskCommand } from '../../domain/task/task.ts';
import { whistle } from '../../domain/whistle/index.ts';
import type { Command as WhistleCommand } from '../../domain/whistle/whistle.ts';
import {
  coordinator,
  gridWorker,
  housing,
  housingLeader,
  leader,
  neighbour,
  police,
  resident,
  system,
  water,
} from '../support/office.ts';
import { type Story, table } from '../support/story.ts';
import * as told from './told.ts';

/** The tables of duties, written by hand beside the ones in the code: state × person → moves, `-` for none. */
const people: Readonly<Record<string, Actor>> = {
  ...{ resident, neighbour, gridWorker, coordinator, leader },
  ...{ housing, housingLeader, water, police, system },
};

const cells = (text: string) =>
  table(text).map(({ row, column, cell }) => [row, column, cell === '-' ? [] : cell.split(',')] as const);

const appealTable = cells(`
               resident neighbour gridWorker coordinator            leader housing housingLeader water  police system
new            submit   submit    submit     submit                 submit submit  submit        submit submit -
submitted      withdraw -         -          accept,decline         -      -       -             -      -      -
accepted       withdraw -         -          dispatch,whistle,close -      -       -             -      -      -
dispatched     withdraw -         -          -                      -      -       -             -      -      note,recall
whistled       withdraw -         -          -                      -      -       -             -      -      note,recall
inProgress     withdraw -         -          -                      -      -       -             -      -      note,recall
handedIn       withdraw -         -          -                      -      reply   reply         -      -      note,recall
replied        -        -         -          review                 -      -       -             -      -      note
awaitingRating rate     -         -          redo,close             -      -       -             -      -      note
reworking      withdraw -         -          -                      -      -       -             -      -      note,recall
reworked       withdraw -         -          -                      -      reply   reply         -      -      note,recall
consulting     withdraw -         -          dispatch,whistle,close -      -       -             -      -      note
closed         -        -         -          -                      -      -       -             -      -      note
declined       -        -         -          -                      -      -       -             -      -      -
withdrawn      -        -         -          -                      -      -       -             -      -      note
`);

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

const whistleTable = cells(`
          coordinator leader housing resident system
new       -           -      -       -        blow
mustering cancel      -      -       -        note
working   cancel      -      -       -        note
delivered -           -      -       -        note
cancelled -           -      -       -        note
`);

const due = { startedAt: 0, amount: 3, unit: 'workdays', calendar: 'x', dueAt: 1 } as const;

const appealCommands: readonly AppealCommand[] = [
  ...[told.submit, told.accept, told.dispatch, told.call, told.reply, told.pass, told.rate],
  told.note('housing', 'handling', 9)[1],
  { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' },
  { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨' },
  { type: 'redo', words: '答复不实' },
  { type: 'close', reason: 'explained', words: '已经说明' },
  { type: 'withdraw' },
];

const taskCommands: readonly TaskCommand[] = [
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

const whistleCommands: readonly WhistleCommand[] = [
  told.blow,
  told.light('housing', 'handling', 9)[1],
  { type: 'cancel', words: '已解决' },
];

interface Duties<Command> {
  readonly name: string;
  readonly rows: ReturnType<typeof cells>;
  readonly commands: readonly Command[];
}

function holds<Steps, Command extends { readonly type: string }>(
  { name, rows, commands }: Duties<Command>,
  states: Readonly<Record<string, Steps>>,
  after: (steps: Steps) => Story<unknown, Command, never, unknown>,
): void {
  describe(`${name}的职责表`, () => {
    test.each(rows)('%s：%s 可以 %j，别的都不行', (state, who, moves) => {
      const [before, actor] = [states[state], people[who]];
      if (before === undefined || actor === undefined) throw new Error(`${state} or ${who} is not told of`);
      const story = after(before);
      story.offers(actor, ...moves);
      for (const command of commands.filter(({ type }) => !moves.includes(type)))
        story.when(actor, command).refuses('not-yours', 'not-now');
    });

    test('表里写到了每一种状态', () => {
      expect([...new Set(rows.map(([state]) => state))].sort()).toEqual(Object.keys(states).sort());
    });
  });
}

holds({ name: '诉求', rows: appealTable, commands: appealCommands }, told.appeals, (steps) =>
  told.appealAfter(...steps),
);
holds({ name: '派单的任务', rows: taskTable, commands: taskCommands }, told.tasks, (steps) =>
  told.taskAfter(...steps),
);
holds({ name: '吹哨的任务', rows: summonsTable, commands: taskCommands }, told.summons, (steps) =>
  told.taskAfter(...steps),
);
holds({ name: '哨', rows: whistleTable, commands: whistleCommands }, told.whistles, (steps) =>
  told.whistleAfter(...steps),
);

test('职责表里的每一步，上面都写到了', () => {
  const types = (commands: readonly { readonly type: string }[]) => commands.map(({ type }) => type).sort();
  expect(types(appealCommands)).toEqual(Object.keys(appeal.moves).sort());
  expect(types(taskCommands)).toEqual(Object.keys(task.moves).sort());
  expect(types(whistleCommands)).toEqual(Object.keys(whistle.moves).sort());
});
