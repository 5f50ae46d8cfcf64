import type { Actor } from '../../domain/kernel/process.ts';
import { meeting } from '../../domain/meeting/index.ts';
import type { Command } from '../../domain/meeting/meeting.ts';
import { topic } from '../../domain/topic/index.ts';
import type { Command as TopicCommand } from '../../domain/topic/topic.ts';
import { cells, holds } from '../support/duties.ts';
import {
  coordinator,
  followUpClerk,
  housing,
  leader,
  resident,
  secretary,
  supervisor,
  system,
} from '../support/office.ts';
import { at, stories } from '../support/story.ts';

const sat = stories(meeting, 'meeting-0001');
const weekly = { type: 'convene', kind: 'weekly', meetAt: at('2026-03-09 15:30') } as const;
const close = { way: 'close', words: '已经有物业接手' } as const;
const resolve = { type: 'resolve', topic: 'topic-0001', ...close } as const;
const conclude = { type: 'conclude', words: '议定一件' } as const;
const cancel = { type: 'cancel', words: '改期' } as const;

const convened: readonly (readonly [Actor, Command])[] = [[coordinator, weekly]];
const monthly: readonly (readonly [Actor, Command])[] = [[coordinator, { ...weekly, kind: 'monthly' }]];
const states = {
  new: [],
  convened,
  begun: [...convened, [coordinator, resolve] as const],
  held: [...convened, [coordinator, conclude] as const],
  cancelled: [...convened, [coordinator, cancel] as const],
  monthly,
  monthlyBegun: [...monthly, [secretary, resolve] as const],
  joint: [[secretary, { ...weekly, kind: 'joint' }] as const],
};

const rows = cells(`
             resident housing coordinator             leader           secretary               supervisor followUpClerk system
new          -        -       convene                 -                convene                 -          -             -
convened     -        -       resolve,conclude,cancel resolve,conclude resolve,conclude,cancel -          -             -
begun        -        -       resolve,conclude        resolve,conclude resolve,conclude        -          -             -
held         -        -       -                       -                -                       -          -             -
cancelled    -        -       -                       -                -                       -          -             -
monthly      -        -       cancel                  -                resolve,conclude,cancel -          -             -
monthlyBegun -        -       -                       -                resolve,conclude        -          -             -
joint        -        -       cancel                  -                resolve,conclude,cancel -          -             -
`);
const commands: readonly Command[] = [weekly, resolve, conclude, cancel];

holds({ name: '会议', rows, commands, moves: meeting.moves }, states, (steps) => sat(...steps));

describe('会议', () => {
  test('不能定在已经过去的日子', () => {
    sat()
      .when(coordinator, { ...weekly, meetAt: at('2026-03-06 15:30') })
      .refuses('past');
  });

  test.each([
    ['同一个单位两次', 'unit-twice', ['housing']],
    ['不存在的单位', 'unknown-unit', ['moon']],
  ])('%s，不能交办', (_, code, assists) => {
    const dueAt = at('2026-03-13 18:00');
    const given = { way: 'assign', words: '住建局牵头', lead: 'housing', assists, dueAt } as const;
    sat(...convened)
      .when(coordinator, { ...resolve, ...given })
      .refuses(code);
  });

  test('交办要定下主办单位和完成期限', () => {
    const given = {
      way: 'assign',
      words: '住建局牵头',
      lead: 'housing',
      dueAt: at('2026-03-13 18:00'),
    } as const;
    const today = sat(...convened);
    today.when(coordinator, { ...resolve, ...given, lead: undefined }).refuses('no-lead');
    today.when(coordinator, { ...resolve, ...given, dueAt: undefined }).refuses('no-due');
  });

  test('街道自己的会：承办单位和居民看不见', () => {
    for (const actor of [coordinator, leader, secretary, supervisor])
      expect(sat(...convened).seenBy(actor)?.zh).toBe('周例会');
    for (const actor of [housing, resident, followUpClerk])
      expect(sat(...convened).seenBy(actor)).toBeUndefined();
  });
});

const talked = stories(topic, 'topic-0001');
const raise = {
  type: 'raise',
  agenda: 'weekly',
  reason: 'manual',
  title: '柳林巷停车位重新划线',
} as const satisfies TopicCommand;
const decide = { type: 'decide', meeting: 'meeting-0001', agenda: 'weekly', decision: close } as const;
const settle = { type: 'settle', words: '已经划好' } as const;

const raised: readonly (readonly [Actor, TopicCommand])[] = [[coordinator, raise]];
const assign = {
  way: 'assign',
  words: '住建局牵头',
  lead: 'housing',
  assists: [],
  dueAt: at('2026-03-13 18:00'),
} as const;
const atJoint = [[secretary, { ...raise, agenda: 'joint' }]] as const;
const topics = {
  new: [],
  open: raised,
  assigned: [...raised, [system, { ...decide, decision: assign }] as const],
  closed: [...raised, [system, settle] as const],
  reported: [
    ...atJoint,
    [system, { ...decide, agenda: 'joint', decision: { way: 'climb', words: '报区里协调' } }] as const,
  ],
};

const topicRows = cells(`
         resident housing coordinator leader secretary supervisor followUpClerk system
new      -        -       raise       raise  raise     -          -             raise
open     -        -       -           -      -         -          -             raise,decide,settle
assigned -        -       -           -      -         -          -             raise
closed   -        -       -           -      -         -          -             raise
reported -        -       -           -      -         -          -             raise
`);

holds(
  { name: '议题', rows: topicRows, commands: [raise, decide, settle], moves: topic.moves },
  topics,
  (steps) => talked(...steps),
);

describe('议题', () => {
  test('不挂诉求的，要写明议什么', () => {
    const { title: _, ...untitled } = raise;
    talked().when(coordinator, untitled).refuses('no-title');
  });

  test('定不了的往上一级：周例会到月例会', () => {
    const up = { ...decide, decision: { way: 'climb', words: '要几家商量' } } as const;
    expect(talked(...raised, [system, up]).state).toMatchObject({ status: 'open', agenda: 'monthly' });
  });

  test('完成期限在过去的，不能交办', () => {
    talked(...raised)
      .when(system, { ...decide, decision: { ...assign, dueAt: at('2026-03-06 18:00') } })
      .refuses('past-due');
  });
});
