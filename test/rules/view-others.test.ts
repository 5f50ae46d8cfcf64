import { followUp } from '../../domain/followUp/index.ts';
import type { View as FollowUpView } from '../../domain/followUp/view.ts';
import type { View as ObjectionView } from '../../domain/objection/view.ts';
import type { View as RequestView } from '../../domain/request/view.ts';
import { supervision } from '../../domain/supervision/index.ts';
import type { View as SupervisionView } from '../../domain/supervision/view.ts';
import type { View as TaskView } from '../../domain/task/view.ts';
import type { View as WhistleView } from '../../domain/whistle/view.ts';
import {
  coordinator,
  followUpClerk,
  gridChief,
  housing,
  housingLeader,
  leader,
  supervisor,
  system,
} from '../support/office.ts';
import { type Seeing, sees } from '../support/seeing.ts';
import { stories } from '../support/story.ts';
import { blow, evaluate, handIn, light, reply, rush, submit, taskAfter, whistleAfter, work } from './told.ts';
import { objectionAfter, objections, requestAfter, requests } from './told-request.ts';

describe('任务：本单位和街道看得见，回访员在审核以后；谁也读不到报到码', () => {
  const steps = [
    [system, { ...rush, brief: { ...rush.brief, callable: true } }],
    [housing, { type: 'acknowledge' }],
    '2026-03-09 11:00',
    [housing, { type: 'reportIn', way: 'onsite', code: '402915' }],
    [housing, { type: 'contact', way: 'phone', words: '约好下午上门' }],
    [housing, work],
    [housing, { type: 'interim', words: '警戒线已拉好' }],
    [housing, handIn],
    [system, { type: 'return', words: '请补照片' }],
    [housing, work],
    [housing, handIn],
  ] as const;
  const fields: Seeing<TaskView>['fields'] = {
    need: (view) => view.need,
    brief: (view) => view.brief.number,
    meet: (view) => view.meet?.place,
    code: (view) => (view.meet as { code?: string } | undefined)?.code,
    arrival: (view) => view.arrival?.proof,
    missed: (view) => view.missed,
    contacts: (view) => view.contacts,
    works: (view) => view.works,
    interim: (view) => view.interim?.words,
    result: (view) => view.result?.words,
    sentBack: (view) => view.sentBack,
  };
  const plain = ['id', 'status', 'unit', 'zh', 'role', 'ball', 'whistle', 'theme'] as const;
  const unseen = 'clerk       0    0     0    0    0       0      0        0     0       0      0';
  const seen = 'clerk       +    +     +    -    +       +      +        +     +       +      +';
  const text = (clerk: string) => `
              need brief meet code arrival missed contacts works interim result sentBack
  owner       0    0     0    0    0       0      0        0     0       0      0
  stranger    0    0     0    0    0       0      0        0     0       0      0
  grid        0    0     0    0    0       0      0        0     0       0      0
  elsewhere   0    0     0    0    0       0      0        0     0       0      0
  chief       0    0     0    0    0       0      0        0     0       0      0
  coordinator +    +     +    -    +       +      +        +     +       +      +
  leader      +    +     +    -    +       +      +        +     +       +      +
  secretary   +    +     +    -    +       +      +        +     +       +      +
  supervisor  +    +     +    -    +       +      +        +     +       +      +
  ${clerk}
  lead        +    +     +    -    +       +      +        +     +       +      +
  leadsHead   +    +     +    -    +       +      +        +     +       +      +
  assist      0    0     0    0    0       0      0        0     0       0      0
  uninvolved  0    0     0    0    0       0      0        0     0       0      0
  released    0    0     0    0    0       0      0        0     0       0      0
  partner     0    0     0    0    0       0      0        0     0       0      0`;

  describe('审核以前', () => sees({ text: text(unseen), fields, plain, seenBy: taskAfter(...steps).seenBy }));
  describe('审核以后', () => {
    const accepted = taskAfter(...steps, [system, { type: 'accept' }]);
    sees({ text: text(seen), fields, plain, seenBy: accepted.seenBy });
  });
});

describe('一哨：吹响以后给叫到的部门看；报到码、别家的评分和评价不给', () => {
  const police = { unit: 'police', role: 'assist', need: '维持秩序' } as const;
  const call = { ...blow, units: [...blow.units, police], partners: [{ unit: 'shops', need: '各扫门前' }] };
  const meet = { meetAt: 1_773_100_000_000, meetPlace: '巷口', meetPoint: { lng: 91.1, lat: 29.6 } };
  const asked = [
    [
      { ...gridChief, roles: ['system'] as const },
      { ...call, ...meet },
    ],
  ] as const;
  const steps = [
    ...asked,
    '2026-03-11 10:00',
    [leader, { type: 'approve' }],
    [coordinator, { type: 'escalate', unit: 'water', because: 'refused', words: '两次不到场' }],
    light('housing', 'submitted', 3),
    light('police', 'released', 3),
    light('water', 'submitted', 4, 'reportIn'),
    [coordinator, evaluate],
    [housingLeader, { type: 'judge', valid: false, words: '一家就能办' }],
  ] as const;
  const scoreOf = (unit: string) => (view: WhistleView) => view.scores.filter((score) => score.unit === unit);
  const fields: Seeing<WhistleView>['fields'] = {
    subject: (view) => view.subject,
    grounds: (view) => view.grounds.words,
    units: (view) => view.units,
    partners: (view) => view.partners,
    meetPlace: (view) => view.meetPlace,
    code: (view) => view.code,
    missed: (view) => view.missed,
    leads: scoreOf('housing'),
    assists: scoreOf('water'),
    verdicts: (view) => view.verdicts,
    blower: (view) => (view as { blower?: string }).blower,
  };
  const seeing = { fields };

  describe('评哨以后', () =>
    sees({
      ...seeing,
      plain: [
        ...(['id', 'status', 'theme', 'brief', 'approval', 'askedAt', 'blownAt', 'sentence'] as const),
        ...(['meetAt', 'meetPoint', 'escalations', 'scores'] as const),
      ],
      seenBy: whistleAfter(...steps).seenBy,
      text: `
              subject grounds units partners meetPlace code missed leads assists verdicts blower
  owner       0       0       0     0        0         0    0      0     0       0        0
  stranger    0       0       0     0        0         0    0      0     0       0        0
  grid        0       0       0     0        0         0    0      0     0       0        0
  elsewhere   0       0       0     0        0         0    0      0     0       0        0
  chief       +       +       +     +        +         +    +      +     +       +        -
  coordinator +       +       +     +        +         +    +      +     +       +        -
  leader      +       +       +     +        +         +    +      +     +       +        -
  secretary   +       +       +     +        +         +    +      +     +       +        -
  supervisor  +       +       +     +        +         +    +      +     +       +        -
  clerk       0       0       0     0        0         0    0      0     0       0        0
  lead        +       +       +     +        +         -    -      +     -       +        -
  leadsHead   +       +       +     +        +         -    -      +     -       +        -
  assist      +       +       +     +        +         -    -      -     +       -        -
  uninvolved  0       0       0     0        0         0    0      0     0       0        0
  released    0       0       0     0        0         0    0      0     0       0        0
  partner     0       0       0     0        0         0    0      0     0       0        0`,
    }));

  describe('批准以前，部门还不知道', () =>
    sees({
      ...seeing,
      seenBy: whistleAfter(...asked).seenBy,
      text: `
              subject code
  coordinator +       +
  secretary   +       +
  supervisor  +       +
  chief       +       +
  lead        0       0
  assist      0       0
  partner     0       0`,
    }));
});

describe('申请：提出的单位、专班和街道领导看得见；提出的人记在案上，不给看', () => {
  const fields: Seeing<RequestView>['fields'] = {
    plea: (view) => view.plea.words,
    brief: (view) => view.brief.number,
    endorsed: (view) => view.endorsed?.words,
    decided: (view) => view.decided?.words,
    by: (view) => (view.decided as { by?: string } | undefined)?.by ?? (view as { asker?: string }).asker,
  };
  const plain = ['id', 'status', 'zh', 'article', 'ball', 'raisedAt'] as const;

  describe('单位申请挂账', () =>
    sees({
      fields,
      plain,
      seenBy: requestAfter(...requests.hold.granted).seenBy,
      text: `
              plea brief endorsed decided by
  owner       0    0     0        0       0
  stranger    0    0     0        0       0
  grid        0    0     0        0       0
  elsewhere   0    0     0        0       0
  chief       0    0     0        0       0
  coordinator +    +     +        +       -
  leader      +    +     +        +       -
  secretary   0    0     0        0       0
  supervisor  0    0     0        0       0
  clerk       0    0     0        0       0
  lead        +    +     +        +       -
  leadsHead   +    +     +        +       -
  assist      0    0     0        0       0
  uninvolved  0    0     0        0       0
  released    0    0     0        0       0
  partner     0    0     0        0       0`,
    }));

  describe('专班申请剔除：承办单位不知道', () =>
    sees({
      fields,
      seenBy: requestAfter(...requests.exclude.granted).seenBy,
      text: `
              plea decided by
  owner       0    0       0
  grid        0    0       0
  coordinator +    +       -
  leader      +    +       -
  lead        0    0       0
  leadsHead   0    0       0
  assist      0    0       0
  partner     0    0       0`,
    }));
});

describe('派单异议：提出的单位和街道看得见；建议承办的单位、居民不知道', () =>
  sees<ObjectionView>({
    fields: {
      duty: (view) => view.duty,
      owner: (view) => view.owner.zh,
      brief: (view) => view.brief.number,
      decided: (view) => view.decided?.words,
    },
    plain: ['id', 'status', 'unit', 'zh', 'ball', 'raisedAt'],
    seenBy: objectionAfter(...objections.overruled).seenBy,
    text: `
              duty owner brief decided
  owner       0    0     0     0
  stranger    0    0     0     0
  grid        0    0     0     0
  elsewhere   0    0     0     0
  chief       0    0     0     0
  coordinator +    +     +     +
  leader      +    +     +     +
  secretary   0    0     0     0
  supervisor  0    0     0     0
  clerk       0    0     0     0
  lead        +    +     +     +
  leadsHead   +    +     +     +
  assist      0    0     0     0
  uninvolved  0    0     0     0
  released    0    0     0     0
  partner     0    0     0     0`,
  }));

describe('回访：只有街道看得见；居民说了什么，承办单位从诉求上读', () => {
  const called = stories(followUp, 'appeal-0001-f0');
  const open = {
    type: 'open',
    appeal: 'appeal-0001',
    number: 'JSJB-20260309-LH-000000',
    round: 1,
    matter: 'leak',
    address: '柳林巷 3 号',
    kind: 'help',
    tier: 'T3',
    callable: true,
    apart: [],
  } as const;
  const steps = [
    [system, open],
    [followUpClerk, { type: 'attempt', way: 'phone', words: '关机' }],
    '2026-03-12 11:00',
    [
      followUpClerk,
      { type: 'record', contacted: false, solved: 'unsolved', satisfied: 'dissatisfied', words: '还在漏' },
    ],
  ] as const;
  sees<FollowUpView>({
    fields: {
      address: (view) => view.address,
      attempts: (view) => view.attempts,
      answers: (view) => view.answers?.words,
      missed: (view) => view.missed,
      script: (view) => view.script.contacted,
    },
    plain: ['id', 'status', 'appeal', 'number', 'round', 'called', 'matterZh', 'ball', 'apart'],
    seenBy: called(...steps).seenBy,
    text: `
              address attempts answers missed script
  owner       0       0        0       0      0
  stranger    0       0        0       0      0
  grid        0       0        0       0      0
  elsewhere   0       0        0       0      0
  chief       0       0        0       0      0
  coordinator +       +        +       +      +
  leader      +       +        +       +      +
  secretary   +       +        +       +      +
  supervisor  +       +        +       +      +
  clerk       +       +        +       +      +
  lead        0       0        0       0      0
  leadsHead   0       0        0       0      0
  assist      0       0        0       0      0
  uninvolved  0       0        0       0      0
  released    0       0        0       0      0
  partner     0       0        0       0      0`,
  });
});

describe('督办：被督办的单位和街道看得见；回访员、别的单位、居民不', () => {
  const pressed = stories(supervision, 'appeal-0001-s5');
  const open = {
    type: 'open',
    kind: 'routine',
    cause: 'manual',
    unit: 'housing',
    words: '三天没有动静',
    appeal: 'appeal-0001',
    number: 'JSJB-20260309-LH-000000',
    matter: 'leak',
    address: '柳林巷 3 号',
    high: false,
  } as const;
  const steps = [
    [system, open],
    '2026-03-12 11:00',
    [housingLeader, { type: 'answer', words: '材料明天到' }],
    [supervisor, { type: 'lift', words: '已经办了' }],
  ] as const;
  sees<SupervisionView>({
    fields: {
      words: (view) => view.words,
      address: (view) => view.address,
      missed: (view) => view.missed,
      answer: (view) => view.answer?.words,
      lifted: (view) => view.lifted?.words,
    },
    plain: [
      ...(['id', 'status', 'kind', 'cause', 'unit', 'zh', 'appeal', 'number'] as const),
      ...(['matterZh', 'openedAt', 'ball', 'circulated'] as const),
    ],
    seenBy: pressed(...steps).seenBy,
    text: `
              words address missed answer lifted
  owner       0     0       0      0      0
  stranger    0     0       0      0      0
  grid        0     0       0      0      0
  elsewhere   0     0       0      0      0
  chief       0     0       0      0      0
  coordinator +     +       +      +      +
  leader      +     +       +      +      +
  secretary   +     +       +      +      +
  supervisor  +     +       +      +      +
  clerk       0     0       0      0      0
  lead        +     +       +      +      +
  leadsHead   +     +       +      +      +
  assist      0     0       0      0      0
  uninvolved  0     0       0      0      0
  released    0     0       0      0      0
  partner     0     0       0      0      0`,
  });
});

test('这些单子上，谁的姓名、电话、原话都没有', () => {
  const read = JSON.stringify([
    requestAfter(...requests.hold.granted).seenBy(coordinator),
    objectionAfter(...objections.overruled).seenBy(coordinator),
    taskAfter([system, rush]).seenBy(housing),
  ]);
  for (const secret of [submit.contact.name, submit.contact.phone, submit.text, reply.text])
    expect(read).not.toContain(secret);
});
