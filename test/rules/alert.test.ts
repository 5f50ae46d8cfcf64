import type { Command } from '../../domain/alert/alert.ts';
import { alert } from '../../domain/alert/index.ts';
import type { Task } from '../../domain/task/task.ts';
import { Desk } from '../support/desk.ts';
import { cells, holds } from '../support/duties.ts';
import {
  coordinator,
  gridChief,
  gridWorker,
  housing,
  leader,
  resident,
  secretary,
  shops,
  system,
} from '../support/office.ts';
import { at, stories } from '../support/story.ts';
import { blow } from './told.ts';

/** 平战转换. */
const alertAfter = stories(alert, 'alert-0001');
const open = { type: 'open', kind: 'snow', words: '暴雪封路，多处停电' } as const;
const join = { type: 'join', whistle: 'whistle-0001' } as const;
const close = { type: 'close', summary: '道路抢通，供电恢复，无人伤亡' } as const;
const states = {
  new: [],
  open: [[leader, open]],
  closed: [
    [leader, open],
    [secretary, close],
  ],
} as const;
const commands: readonly Command[] = [open, join, close];

const rows = cells(`
       leader secretary system resident gridWorker gridChief coordinator housing housingLeader supervisor followUpClerk shops
new    open   open      -      -        -          -         -           -       -             -          -             -
open   close  close     join   -        -          -         -           -       -             -          -             -
closed -      -         -      -        -          -         -           -       -             -          -             -
`);

holds({ name: '应急状态', rows, commands, moves: alert.moves }, states, (steps) => alertAfter(...steps));

test('转入、解除，都通知到巡逻、应急、救援、医疗四组的人', () => {
  const { state } = alertAfter(...states.open);
  const told = alert
    .notices(state, { stream: state.id, seq: 1, at: 0, by: leader, fact: { ...open, type: 'opened' } })
    .map(({ to }) => Object.values(to)[0]);
  expect(told.sort()).toEqual([
    ...['communityClerk', 'coordinator', 'gridChief', 'gridWorker', 'handler'],
    ...['partner', 'secretary', 'streetLeader', 'unitLeader'],
  ]);
});

test('集中的人看得见险情，居民看不见；吹了哪些哨只有街道看得见', () => {
  const story = alertAfter(...states.open, [system, join]);
  expect(story.seenBy(leader)).toMatchObject({ zh: '雪灾', whistles: ['whistle-0001'] });
  for (const who of [gridWorker, housing, shops]) expect(story.seenBy(who)?.whistles).toEqual([]);
  expect(story.seenBy(resident)).toBeUndefined();
});

describe('应急状态下吹的哨', () => {
  const { brief: _, ...call } = blow;
  const rush = {
    ...call,
    type: 'blow',
    theme: 'emergency',
    grounds: { because: 'danger', words: '压垮了雨棚，有人被困' },
    alert: 'alert-0001',
  } as const;
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.store.close());

  test('时限减半，哨记在应急状态里', async () => {
    await desk.done([leader, 'alert', 'alert-0001', open], [gridChief, 'whistle', 'whistle-0001', rush]);
    const { clocks } = await desk.state<Task>('task', 'whistle-0001-housing');
    expect(clocks.reportIn).toMatchObject({ amount: 15, dueAt: at('2026-03-09 10:15') });
    expect(clocks.acknowledge).toMatchObject({ amount: 5 });
    expect(await desk.ask(leader, 'alert')).toMatchObject({
      value: { view: { whistles: ['whistle-0001'] }, moves: ['close'] },
    });
  });

  test('没有应急状态，或已经解除，不能按战时吹', async () => {
    const blowing = [gridChief, 'whistle', 'whistle-0001', rush] as const;
    expect(await desk.send(blowing)).toMatchObject({ ok: false, kind: 'refusal' });
    await desk.done([leader, 'alert', 'alert-0001', open], [secretary, 'alert', 'alert-0001', close]);
    expect(await desk.send(blowing)).toMatchObject({ ok: false, kind: 'refusal' });
    expect(await desk.all('whistle')).toEqual([]);
    expect(await desk.all('task')).toEqual([]);
  });

  test('没有开着的，领导可以开；别人什么也没有', async () => {
    expect(await desk.ask(leader, 'alert')).toMatchObject({ value: { moves: ['open'] } });
    expect(await desk.ask(coordinator, 'alert')).toMatchObject({ value: { moves: [] } });
  });
});
