import type { Command as AppealCommand } from '../../domain/appeal/appeal.ts';
import { appeal } from '../../domain/appeal/index.ts';
import type { Actor } from '../../domain/kernel/process.ts';
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
import { cells, holds } from './duties.ts';
import * as told from './told.ts';

/** The tables of duties, written by hand beside the ones in the code: state × person → moves, `-` for none. */
const people: Readonly<Record<string, Actor>> = {
  ...{ resident, neighbour, gridWorker, coordinator, leader },
  ...{ housing, housingLeader, water, police, system },
};

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

const whistleTable = cells(`
          coordinator leader housing resident system
new       -           -      -       -        blow
mustering cancel      -      -       -        note
working   cancel      -      -       -        note
delivered -           -      -       -        note
cancelled -           -      -       -        note
`);

const appealCommands: readonly AppealCommand[] = [
  ...[told.submit, told.accept, told.dispatch, told.call, told.reply, told.pass, told.rate],
  told.note('housing', 'handling', 9)[1],
  { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' },
  { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨' },
  { type: 'redo', words: '答复不实' },
  { type: 'close', reason: 'explained', words: '已经说明' },
  { type: 'withdraw' },
];

const whistleCommands: readonly WhistleCommand[] = [
  told.blow,
  told.light('housing', 'handling', 9)[1],
  { type: 'cancel', words: '已解决' },
];

holds({ name: '诉求', rows: appealTable, people, commands: appealCommands }, told.appeals, (steps) =>
  told.appealAfter(...steps),
);
holds({ name: '哨', rows: whistleTable, people, commands: whistleCommands }, told.whistles, (steps) =>
  told.whistleAfter(...steps),
);

test('职责表里的每一步，上面都写到了', () => {
  const types = (commands: readonly { readonly type: string }[]) => commands.map(({ type }) => type).sort();
  expect(types(appealCommands)).toEqual(Object.keys(appeal.moves).sort());
  expect(types(whistleCommands)).toEqual(Object.keys(whistle.moves).sort());
});
