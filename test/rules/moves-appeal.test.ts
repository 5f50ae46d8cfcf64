import { appeal } from '../../domain/appeal/index.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import { apart, cells, holds } from '../support/duties.ts';
import { pursuits } from './moves-appeal-pursuit.ts';
import * as told from './told.ts';

/** Those who have a part in it: whose it is, the street's desk, its leader, the lead unit, the office itself. */
const duties = cells(`
                 resident                  coordinator                                                      leader                 housing    housingLeader  system
new              follow,submit             follow,submit                                                    follow,submit          follow,submit follow,submit patrol
submitted        supplement,withdraw       accept,question,merge,transfer,decline,regrid,recuse             recuse                 -          -              accept,adopt,dismiss,settle,unmask
needsInfo        supplement,withdraw       transfer,regrid,recuse                                           recuse                 -          -              proceed,adopt,dismiss,settle,unmask
proposed         supplement,withdraw       accept,question,merge,transfer,regrid,recuse                     confirmDecline,recuse  -          -              adopt,dismiss,settle,unmask
contested        supplement,withdraw       accept,question,merge,transfer,decline,regrid,recuse             recuse                 -          -              accept,adopt,dismiss,settle,unmask
accepted         supplement,urge,withdraw  reclassify,dispatch,entrust,whistle,consult,merge,transfer,close,regrid,recuse  recuse                 -          -              note,adopt,admit,dismiss,dispatch,settle,lock,unmask
asked            supplement,urge,withdraw  reclassify,consult,merge,transfer,regrid,recuse                  recuse                 -          -              note,muster,turnDown,adopt,admit,dismiss,settle,lock,unmask
followed         supplement,urge,withdraw  reclassify,dispatch,entrust,whistle,consult,transfer,close,regrid,recuse        recuse                 -          -              note,adopt,admit,dismiss,dispatch,settle,lock,unmask
consulting       supplement,urge,withdraw  reclassify,designate,whistle,merge,transfer,close,regrid,recuse  recuse                 -          -              note,adopt,admit,dismiss,settle,lock,unmask
dispatched       supplement,urge,withdraw  reclassify,ask,regrid,recuse                                     recuse                 ask        ask            note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
whistled         supplement,urge,withdraw  reclassify,ask,regrid,recuse                                     recuse                 ask        ask            note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
inProgress       supplement,urge,withdraw  reclassify,ask,regrid,recuse                                     recuse                 ask        ask            note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
handedIn         supplement,urge,withdraw  reclassify,ask,regrid,recuse                                     recuse                 reply,ask  reply,ask      note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
entrusted        supplement,urge,withdraw  reclassify,ask,regrid,recuse                                     recuse                 -          -              note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
doneInGrid       supplement,urge,withdraw  reclassify,ask,regrid,recuse                                     recuse                 -          -              note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
onHold           supplement,withdraw       resume,ask,regrid,recuse                                         recuse                 ask        ask            note,adopt,admit,dismiss,settle,pause,resume,terminate,exclude,lock,unmask
replied          -                         review,ask,regrid,recuse                                         recuse                 ask        ask            note,adopt,admit,dismiss,settle,exclude,lock,unmask
awaitingRating   rate                      redo,close,ask,regrid,recuse                                     recuse                 ask        ask            note,dismiss,settle,exclude,unmask
followersRating  rate                      redo,close,ask,regrid,recuse                                     recuse                 -          -              note,dismiss,hear,settle,exclude,unmask
reworking        supplement,urge,withdraw  ask,regrid,recuse                                                recuse                 ask        ask            note,recall,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,lock,unmask
reworked         supplement,urge,withdraw  ask,regrid,recuse                                                recuse                 ask        reply,ask      note,recall,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,lock,unmask
reopened         supplement,urge,withdraw  ask,regrid,recuse                                                recuse                 ask        ask            note,recall,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,lock,unmask
closed           reopen                    ask                                                              -                      ask        ask            note,relapse,dismiss,settle,exclude,unmask,forget
declined         contest                   -                                                                -                      -          -              settle,unmask,forget
transferred      -                         -                                                                -                      -          -              note,settle,unmask,forget
merged           withdraw                  unmerge,regrid,recuse                                            recuse                 -          -              note,unmerge,hear,settle,unmask
following        withdraw                  unmerge,regrid,recuse                                            recuse                 -          -              note,unmerge,hear,settle,unmask
withdrawn        -                         -                                                                -                      -          -              note,settle,unmask,forget
spoken           supplement,withdraw       accept,transcribe,question,merge,transfer,decline,regrid,recuse  recuse                 -          -              accept,adopt,dismiss,settle,unmask
writtenDown      supplement,withdraw       accept,transcribe,question,merge,transfer,decline,regrid,recuse  recuse                 -          -              accept,adopt,dismiss,settle,unmask
spokenDispatched supplement,urge,withdraw  transcribe,reclassify,ask,regrid,recuse                          recuse                 ask        ask            note,recall,passUp,adopt,admit,dismiss,settle,pause,extend,terminate,exclude,dispute,unassign,lock,unmask
spokenWithdrawn  -                         -                                                                -                      -          -              note,settle,unmask,forget
`);

/** A second person at the desk: alike, but for what needs two. */
const second = cells(`
                 colleague
new              follow,submit
submitted        accept,question,merge,transfer,decline,regrid,recuse
needsInfo        transfer,regrid,recuse
proposed         question,merge,transfer,confirmDecline,regrid,recuse
contested        accept,question,merge,transfer,decline,regrid,recuse
accepted         reclassify,dispatch,entrust,whistle,consult,merge,transfer,close,regrid,recuse
asked            reclassify,consult,merge,transfer,regrid,recuse
followed         reclassify,dispatch,entrust,whistle,consult,transfer,close,regrid,recuse
consulting       reclassify,designate,whistle,merge,transfer,close,regrid,recuse
dispatched       reclassify,ask,regrid,recuse
whistled         reclassify,ask,regrid,recuse
inProgress       reclassify,ask,regrid,recuse
handedIn         reclassify,ask,regrid,recuse
entrusted        reclassify,ask,regrid,recuse
doneInGrid       reclassify,ask,regrid,recuse
onHold           resume,ask,regrid,recuse
replied          review,ask,regrid,recuse
awaitingRating   redo,close,ask,regrid,recuse
followersRating  redo,close,ask,regrid,recuse
reworking        ask,regrid,recuse
reworked         ask,regrid,recuse
reopened         ask,regrid,recuse
closed           ask
declined         -
transferred      -
merged           unmerge,regrid,recuse
following        unmerge,regrid,recuse
withdrawn        -
spoken           accept,transcribe,question,merge,transfer,decline,regrid,recuse
writtenDown      accept,transcribe,question,merge,transfer,decline,regrid,recuse
spokenDispatched transcribe,reclassify,ask,regrid,recuse
spokenWithdrawn  -
`);

/** Those who have none, but for the grid it was given to first. */
const others = cells(`
                 neighbour  gridWorker  gridChief  water   police  secretary  supervisor  followUpClerk  shops
new              follow,submit     follow,submit      follow,submit     follow,submit  follow,submit  follow,submit     follow,submit      follow,submit         follow,submit
submitted        -          -           -          -       -       -          -           -              -
needsInfo        -          -           -          -       -       -          -           -              -
proposed         -          -           -          -       -       -          -           -              -
contested        -          -           -          -       -       -          -           -              -
accepted         -          -           -          -       -       -          -           -              -
asked            -          -           -          -       -       -          -           -              -
followed         -          -           -          -       -       -          -           -              -
consulting       -          -           -          -       -       -          -           -              -
dispatched       -          -           -          -       -       -          -           -              -
whistled         -          -           -          -       -       -          -           -              -
inProgress       -          -           -          -       -       -          -           -              -
handedIn         -          -           -          -       -       -          -           -              -
entrusted        -          -           -          -       -       -          -           -              -
doneInGrid       -          reply       reply      -       -       -          -           -              -
onHold           -          -           -          -       -       -          -           -              -
replied          -          -           -          -       -       -          -           -              -
awaitingRating   -          -           -          -       -       -          -           -              -
followersRating  -          -           -          -       -       -          -           -              -
reworking        -          -           -          -       -       -          -           -              -
reworked         -          -           -          -       -       -          -           -              -
reopened         -          -           -          -       -       -          -           -              -
closed           -          -           -          -       -       -          -           -              -
declined         -          -           -          -       -       -          -           -              -
transferred      -          -           -          -       -       -          -           -              -
merged           -          -           -          -       -       -          -           -              -
following        -          -           -          -       -       -          -           -              -
withdrawn        -          -           -          -       -       -          -           -              -
spoken           -          -           -          -       -       -          -           -              -
writtenDown      -          -           -          -       -       -          -           -              -
spokenDispatched -          -           -          -       -       -          -           -              -
spokenWithdrawn  -          -           -          -       -       -          -           -              -
`);

const rows = [...duties, ...second, ...others];

const moves = apart(appeal.moves, ...pursuits);

const commands: readonly Command[] = [
  ...[told.submit, told.accept, told.dispatch, told.call, told.reply, told.pass, told.rate],
  told.note('housing', 'handling', 9)[1],
  told.muster,
  { type: 'turnDown', whistle: 'appeal-0001-w3', words: '先由社区办' },
  { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' },
  { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨' },
  { type: 'redo', words: '答复不实' },
  { type: 'close', reason: 'explained', words: '已经说明' },
  { type: 'withdraw' },
  { type: 'check', text: 'risky' },
  { type: 'vet', show: true },
  { type: 'forget' },
  ...[told.designate, told.question, told.entrust],
  { type: 'passUp', task: 'appeal-0001-d3-grid-1', reason: 'overdue' },
  { type: 'supplement', words: '是三号楼', photos: [] },
  { type: 'proceed' },
  { type: 'reclassify', kind: 'help', tier: 'T4', matter: 'leak', words: '要大修' },
  { type: 'regrid', grid: 'grid-2', words: '现场在河对岸' },
  { type: 'consult', words: '说不清归谁管' },
  { type: 'transfer', channel: 'court', words: '已经在打官司' },
  { type: 'confirmDecline', agree: true },
  { type: 'contest', words: '物业早就没有了' },
  { type: 'merge', into: 'appeal-0002' },
  { type: 'unmerge', words: '不是一件事' },
  { type: 'adopt', follower: 'appeal-0003', number: 'JSJB-20260309-LH-000003', owner: 'luosang' },
  {
    ...{ type: 'admit', follower: 'appeal-0003', number: 'JSJB-20260309-LH-000003' },
    ...{ owner: 'luosang', matter: 'leak', grid: 'grid-1' },
  },
  told.follow,
  { type: 'dismiss', follower: 'appeal-0003' },
  { type: 'hear', parent: 'appeal-0002', number: 'n', status: 'dispatched', asOf: 3 },
  { type: 'urge' },
  { type: 'reopen', words: '又漏了', photos: [] },
  { type: 'patrol', text: '请到现场巡查', matter: 'leak', grid: 'grid-1', units: [] },
  { type: 'relapse', appeal: 'appeal-0003', owner: 'zhuoma' },
  { type: 'recuse', words: '是我亲戚' },
  { type: 'unmask', by: 'pubu', words: '核实地址' },
  told.asks.extend,
  { type: 'settle', request: 'appeal-0001-r5', kind: 'extend', outcome: 'refused' },
  told.pause,
  told.transcribe,
  { type: 'resume', words: '材料到了，恢复办理' },
  { type: 'extend', term: { amount: 3, unit: 'days' }, words: '材料四天后到' },
  { type: 'terminate', basis: '条例第十一条第（五）项', words: '属于合同纠纷' },
  { type: 'exclude', measures: ['satisfaction'], words: '超出规定', by: 'zhang' },
  { type: 'dispute', unit: 'housing' },
  { type: 'unassign', unit: 'housing', words: '不归住建局', suggested: 'water' },
  { type: 'lock', unit: 'housing', words: '归住建局' },
];

holds({ name: '诉求', rows, commands, moves }, { ...told.appeals, ...told.spokenAppeals }, (steps) =>
  told.appealAfter(...steps),
);
