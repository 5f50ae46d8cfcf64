import type { Actor } from '../../domain/kernel/process.ts';
import { supervision } from '../../domain/supervision/index.ts';
import type { Command } from '../../domain/supervision/supervision.ts';
import { cells, holds } from '../support/duties.ts';
import { coordinator, housing, housingLeader, leader, resident, system, water } from '../support/office.ts';
import { stories } from '../support/story.ts';

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
  high: false,
} as const satisfies Command;
const answer = { type: 'answer', words: '材料明天到，后天施工' } as const;
const lift = { type: 'lift', words: '已经办了' } as const;

const opened: readonly (readonly [Actor, Command])[] = [[system, open]];
const states = {
  new: [],
  open: opened,
  answered: [...opened, [housingLeader, answer] as const],
  lifted: [...opened, [coordinator, lift] as const],
  high: [[system, { ...open, high: true }] as const],
  highAnswered: [[system, { ...open, high: true }] as const, [housingLeader, answer] as const],
};

const rows = cells(`
             resident gridWorker housing housingLeader water coordinator leader secretary supervisor followUpClerk system
new          -        -          -       -             -     -           -      -         -          -             open
open         -        -          -       answer        -     lift        lift   lift      lift       -             settle
answered     -        -          -       -             -     lift        lift   lift      lift       -             settle
lifted       -        -          -       -             -     -           -      -         -          -             -
high         -        -          -       answer        -     -           lift   lift      lift       -             settle
highAnswered -        -          -       -             -     -           lift   lift      lift       -             settle
`);
const commands: readonly Command[] = [open, answer, lift, { type: 'settle', words: '已答复居民' }];

holds({ name: '督办', rows, commands, moves: supervision.moves }, states, (steps) => pressed(...steps));

test('只有被督办的单位和街道看得见；别的单位、居民看不见', () => {
  const story = pressed(...opened);
  for (const actor of [housing, housingLeader, coordinator, leader])
    expect(story.seenBy(actor)?.words).toBe('三天没有动静');
  for (const actor of [water, resident]) expect(story.seenBy(actor)).toBeUndefined();
});

test('球在单位负责人手里：最迟什么时候说明', () => {
  const { sentence } = pressed(...opened).seenBy(housingLeader)?.ball ?? {};
  expect(sentence).toBe('等住建局负责人说明情况，最迟 3月11日 10:00 说明');
});
