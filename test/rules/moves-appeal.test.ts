import { appeal } from '../../domain/appeal/index.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told.ts';

const rows = cells(`
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

const commands: readonly Command[] = [
  ...[told.submit, told.accept, told.dispatch, told.call, told.reply, told.pass, told.rate],
  told.note('housing', 'handling', 9)[1],
  { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' },
  { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨' },
  { type: 'redo', words: '答复不实' },
  { type: 'close', reason: 'explained', words: '已经说明' },
  { type: 'withdraw' },
  { type: 'check', text: 'risky' },
  { type: 'vet', show: true },
];

holds({ name: '诉求', rows, commands, moves: appeal.moves }, told.appeals, (steps) =>
  told.appealAfter(...steps),
);
