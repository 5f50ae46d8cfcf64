import { appeal } from '../../domain/appeal/index.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told.ts';

const rows = cells(`
               resident neighbour gridWorker coordinator            leader housing   housingLeader water  police system                                                                  colleague
new            submit   submit    submit     submit                 submit submit    submit        submit submit -                                                                       submit
submitted      withdraw -         -          accept,decline         -      -         -             -      -      settle                                                                  accept,decline
accepted       withdraw -         -          dispatch,whistle,close -      -         -             -      -      note,settle,lock                                                        dispatch,whistle,close
dispatched     withdraw -         -          ask                    -      ask       ask           -      -      note,recall,settle,pause,extend,terminate,exclude,dispute,unassign,lock ask
whistled       withdraw -         -          ask                    -      ask       ask           -      -      note,recall,settle,pause,extend,terminate,exclude,dispute,unassign,lock ask
inProgress     withdraw -         -          ask                    -      ask       ask           -      -      note,recall,settle,pause,extend,terminate,exclude,dispute,unassign,lock ask
handedIn       withdraw -         -          ask                    -      reply,ask reply,ask     -      -      note,recall,settle,pause,extend,terminate,exclude,dispute,unassign,lock ask
replied        -        -         -          review,ask             -      ask       ask           -      -      note,settle,exclude,lock                                                review,ask
onHold         withdraw -         -          resume,ask             -      ask       ask           -      -      note,settle,pause,resume,terminate,exclude,lock                         resume,ask
awaitingRating rate     -         -          redo,close,ask         -      ask       ask           -      -      note,settle,exclude                                                     redo,close,ask
reworking      withdraw -         -          ask                    -      ask       ask           -      -      note,recall,settle,pause,extend,terminate,exclude,lock                  ask
reworked       withdraw -         -          ask                    -      reply,ask reply,ask     -      -      note,recall,settle,pause,extend,terminate,exclude,lock                  ask
consulting     withdraw -         -          dispatch,whistle,close -      -         -             -      -      note,settle,lock                                                        dispatch,whistle,close
closed         -        -         -          ask                    -      ask       ask           -      -      note,settle,exclude                                                     ask
declined       -        -         -          -                      -      -         -             -      -      settle                                                                  -
withdrawn      -        -         -          -                      -      -         -             -      -      note,settle                                                             -
`);

const commands: readonly Command[] = [
  ...[told.submit, told.accept, told.dispatch, told.call, told.reply, told.pass, told.rate],
  told.note('housing', 'handling', 9)[1],
  { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' },
  { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨' },
  { type: 'redo', words: '答复不实' },
  { type: 'close', reason: 'explained', words: '已经说明' },
  { type: 'withdraw' },
  told.asks.extend,
  { type: 'settle', request: 'appeal-0001-r5', kind: 'extend', outcome: 'refused' },
  told.pause,
  { type: 'resume', words: '材料到了，恢复办理' },
  { type: 'extend', term: { amount: 3, unit: 'days' }, words: '材料四天后到' },
  { type: 'terminate', basis: '条例第十一条第（五）项', words: '属于合同纠纷' },
  { type: 'exclude', measures: ['satisfaction'], words: '超出规定', by: 'zhang' },
  { type: 'dispute', unit: 'housing' },
  { type: 'unassign', unit: 'housing', words: '不归住建局', suggested: 'water' },
  { type: 'lock', unit: 'housing', words: '归住建局' },
];

holds({ name: '诉求', rows, commands, moves: appeal.moves }, told.appeals, (steps) =>
  told.appealAfter(...steps),
);
