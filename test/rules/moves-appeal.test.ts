import { appeal } from '../../domain/appeal/index.ts';
import type { Command } from '../../domain/appeal/rulebook.ts';
import { cells, holds } from '../support/duties.ts';
import * as told from './told.ts';

/** Those who have a part in it: whose it is, the street's desk, its leader, the lead unit, the office itself. */
const duties = cells(`
                 resident                  coordinator                                                      leader                 housing  housingLeader  system
new              submit                    submit                                                           submit                 submit   submit         -
submitted        supplement,withdraw       accept,question,merge,transfer,decline,recuse                         recuse                 -        -              accept,adopt,dismiss,unmask
needsInfo        supplement,withdraw       transfer,recuse                                                  recuse                 -        -              proceed,adopt,dismiss,unmask
proposed         supplement,withdraw       accept,question,merge,transfer,recuse                                 confirmDecline,recuse  -        -              accept,adopt,dismiss,unmask
contested        supplement,withdraw       accept,question,merge,transfer,decline,recuse                         recuse                 -        -              accept,adopt,dismiss,unmask
accepted         supplement,urge,withdraw  reclassify,dispatch,whistle,consult,merge,transfer,close,recuse  recuse                 -        -              dispatch,note,adopt,dismiss,unmask
followed         supplement,urge,withdraw  reclassify,dispatch,whistle,consult,transfer,close,recuse        recuse                 -        -              dispatch,note,adopt,dismiss,unmask
consulting       supplement,urge,withdraw  reclassify,designate,whistle,merge,transfer,close,recuse         recuse                 -        -              note,adopt,dismiss,unmask
dispatched       supplement,urge,withdraw  reclassify,recuse                                                recuse                 -        -              note,recall,adopt,dismiss,unmask
whistled         supplement,urge,withdraw  reclassify,recuse                                                recuse                 -        -              note,recall,adopt,dismiss,unmask
inProgress       supplement,urge,withdraw  reclassify,recuse                                                recuse                 -        -              note,recall,adopt,dismiss,unmask
handedIn         supplement,urge,withdraw  reclassify,recuse                                                recuse                 reply    reply          note,recall,adopt,dismiss,unmask
replied          -                         review,recuse                                                    recuse                 -        -              note,adopt,dismiss,unmask
awaitingRating   rate                      redo,close,recuse                                                recuse                 -        -              note,dismiss,unmask
followersRating  rate                      redo,close,recuse                                                recuse                 -        -              note,dismiss,hear,unmask
reworking        supplement,urge,withdraw  recuse                                                           recuse                 -        -              note,recall,adopt,dismiss,unmask
reworked         supplement,urge,withdraw  recuse                                                           recuse                 reply    reply          note,recall,adopt,dismiss,unmask
reopened         supplement,urge,withdraw  recuse                                                           recuse                 -        -              note,recall,adopt,dismiss,unmask
closed           reopen                    -                                                                -                      -        -              note,relapse,dismiss,unmask
declined         contest                   -                                                                -                      -        -              unmask
transferred      -                         -                                                                -                      -        -              note,unmask
merged           withdraw                  unmerge,recuse                                                   recuse                 -        -              note,unmerge,hear,unmask
withdrawn        -                         -                                                                -                      -        -              note,unmask
`);

/** A second person at the desk: alike, but for what needs two. */
const second = cells(`
                 colleague
new              submit
submitted        accept,question,merge,transfer,decline,recuse
needsInfo        transfer,recuse
proposed         accept,question,merge,transfer,confirmDecline,recuse
contested        accept,question,merge,transfer,decline,recuse
accepted         reclassify,dispatch,whistle,consult,merge,transfer,close,recuse
followed         reclassify,dispatch,whistle,consult,transfer,close,recuse
consulting       reclassify,designate,whistle,merge,transfer,close,recuse
dispatched       reclassify,recuse
whistled         reclassify,recuse
inProgress       reclassify,recuse
handedIn         reclassify,recuse
replied          review,recuse
awaitingRating   redo,close,recuse
followersRating  redo,close,recuse
reworking        recuse
reworked         recuse
reopened         recuse
closed           -
declined         -
transferred      -
merged           unmerge,recuse
withdrawn        -
`);

/** Those who have none. */
const others = cells(`
                 neighbour  gridWorker  gridChief  water   police  secretary  supervisor  followUpClerk
new              submit     submit      submit     submit  submit  submit     submit      submit
submitted        -          -           -          -       -       -          -           -
needsInfo        -          -           -          -       -       -          -           -
proposed         -          -           -          -       -       -          -           -
contested        -          -           -          -       -       -          -           -
accepted         -          -           -          -       -       -          -           -
followed         -          -           -          -       -       -          -           -
consulting       -          -           -          -       -       -          -           -
dispatched       -          -           -          -       -       -          -           -
whistled         -          -           -          -       -       -          -           -
inProgress       -          -           -          -       -       -          -           -
handedIn         -          -           -          -       -       -          -           -
replied          -          -           -          -       -       -          -           -
awaitingRating   -          -           -          -       -       -          -           -
followersRating  -          -           -          -       -       -          -           -
reworking        -          -           -          -       -       -          -           -
reworked         -          -           -          -       -       -          -           -
reopened         -          -           -          -       -       -          -           -
closed           -          -           -          -       -       -          -           -
declined         -          -           -          -       -       -          -           -
transferred      -          -           -          -       -       -          -           -
merged           -          -           -          -       -       -          -           -
withdrawn        -          -           -          -       -       -          -           -
`);

const rows = [...duties, ...second, ...others];

const commands: readonly Command[] = [
  ...[told.submit, told.accept, told.dispatch, told.call, told.reply, told.pass, told.rate],
  told.note('housing', 'handling', 9)[1],
  { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' },
  { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨' },
  { type: 'redo', words: '答复不实' },
  { type: 'close', reason: 'explained', words: '已经说明' },
  { type: 'withdraw' },
  ...[told.designate, told.question],
  { type: 'supplement', words: '是三号楼', photos: [] },
  { type: 'proceed' },
  { type: 'reclassify', kind: 'help', tier: 'T4', matter: 'leak', words: '要大修' },
  { type: 'consult', words: '说不清归谁管' },
  { type: 'transfer', channel: 'court', words: '已经在打官司' },
  { type: 'confirmDecline', agree: true },
  { type: 'contest', words: '物业早就没有了' },
  { type: 'merge', into: 'appeal-0002' },
  { type: 'unmerge', words: '不是一件事' },
  { type: 'adopt', follower: 'appeal-0003', number: 'JSJB-20260309-LH-000003' },
  { type: 'dismiss', follower: 'appeal-0003' },
  { type: 'hear', parent: 'appeal-0002', number: 'n', status: 'dispatched', asOf: 3 },
  { type: 'urge' },
  { type: 'reopen', words: '又漏了', photos: [] },
  { type: 'relapse', appeal: 'appeal-0003', owner: 'zhuoma' },
  { type: 'recuse', words: '是我亲戚' },
  { type: 'unmask', person: 'pubu', purpose: '核实地址' },
];

holds({ name: '诉求', rows, commands, moves: appeal.moves }, told.appeals, (steps) =>
  told.appealAfter(...steps),
);
