import type { Doc } from '../../cloudfunctions/store.ts';
import { attendance } from '../../domain/attendance/index.ts';
import type { Queries } from '../../domain/contract.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, housing, leader, resident, secretary, system, water } from '../support/office.ts';
import { at, stories } from '../support/story.ts';
import { blow } from './told.ts';

/** 报到记录：一个单位一份，跨哨数红灯. */
const given = stories(attendance, 'housing');
const red = (number: number, day: string) =>
  ({ type: 'redden', task: `task-${number}`, whistle: `whistle-${number}`, at: at(`${day} 10:00`) }) as const;

describe('三十天里两次红灯，点名到单位负责人（街道办条例第四十四条）', () => {
  test('第一次只记下，第二次点名，第三次再点', () => {
    const [first, second, third] = [
      red(1, '2026-03-09'),
      red(2, '2026-03-20'),
      red(3, '2026-03-25'),
    ] as const;
    given()
      .when(system, first)
      .gives({ ...first, type: 'reddened', count: 1, named: false });
    given([system, first])
      .when(system, second)
      .gives({ ...second, type: 'reddened', count: 2, named: true });
    given([system, first], [system, second])
      .when(system, third)
      .gives({ ...third, type: 'reddened', count: 3, named: true });
  });

  test('过了三十天的不算；同一次报到只算一次', () => {
    const late = red(2, '2026-04-08');
    given([system, red(1, '2026-03-09')])
      .when(system, late)
      .gives({ ...late, type: 'reddened', count: 1, named: false });
    given([system, red(1, '2026-03-09')])
      .when(system, red(1, '2026-03-10'))
      .gives();
  });

  test('街道和本单位看得到，别的单位和居民看不到；只由系统记', () => {
    const named = given([system, red(1, '2026-03-09')], [system, red(2, '2026-03-20')]);
    for (const who of [coordinator, leader, secretary, housing])
      expect(named.seenBy(who)).toMatchObject({ status: 'named', count: 2 });
    for (const who of [water, resident]) expect(named.seenBy(who)).toBeUndefined();
    for (const who of [coordinator, leader, secretary, housing]) named.offers(who);
    expect(named.readBy(housing).map(({ zh }) => zh)).toEqual(['报到亮红灯', '第 2 次红灯，点名']);
  });
});

test('算得上的那几次，写明是哪几哨，最近的在前；过了三十天的不再列', () => {
  const named = given([system, red(1, '2026-03-09')], [system, red(2, '2026-03-20')]);
  expect(named.seenBy(coordinator)?.reds.map(({ whistle }) => whistle)).toEqual(['whistle-2', 'whistle-1']);
  const later = given([system, red(1, '2026-03-09')], [system, red(2, '2026-03-20')], '2026-04-08 10:00');
  expect(later.seenBy(coordinator)).toMatchObject({
    zh: '住建局',
    count: 1,
    reds: [{ whistle: 'whistle-2' }],
  });
});

describe('两声应急哨，同一个部门都没有报到', () => {
  const { brief: _, ...own } = blow;
  const rush = { ...own, theme: 'emergency', grounds: { because: 'danger', words: '燃气泄漏' } };
  const blown = (id: string): Call => [coordinator, 'whistle', id, rush];
  const onTask = (whistle: string, actor: Call[0], command: Call[3]): Call => [
    actor,
    'task',
    `${whistle}-${actor.unit}`,
    command,
  ];
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(async () => {
    expect(desk.logged).toEqual([]);
    await desk.store.close();
  });

  const comes = (whistle: string, actor: Call[0]) => [
    onTask(whistle, actor, { type: 'acknowledge' }),
    onTask(whistle, actor, { type: 'reportIn', way: 'onsite', code: blow.code }),
  ];
  const told = async () =>
    (await desk.all<Doc & { to: string; about: string; process: string; id: string }>('inbox'))
      .filter(({ about }) => about === 'attendance.named')
      .map(({ to, process, id }) => [to, process, id]);
  const marks = async (whistle: string) => {
    const answer = await desk.ask(coordinator, 'whistle', { id: whistle });
    return (answer as unknown as { value: { reds: readonly string[] } }).value.reds;
  };

  test('单位和街道都收到消息，点开就是那一哨；一哨的页面上写明几次', async () => {
    await desk.done(blown('whistle-1'), ...comes('whistle-1', water));
    desk.set('2026-03-09 10:45');
    await desk.settle();
    expect([await told(), await marks('whistle-1')]).toEqual([[], []]);
    desk.set('2026-03-20 10:00');
    await desk.done(blown('whistle-2'), ...comes('whistle-2', water));
    desk.set('2026-03-20 10:45');
    await desk.settle();
    expect((await told()).sort()).toEqual([
      ['role:coordinator', 'whistle', 'whistle-2'],
      ['role:secretary', 'whistle', 'whistle-2'],
      ['role:supervisor', 'whistle', 'whistle-2'],
      ['unit:housing', 'task', 'whistle-2-housing'],
    ]);
    expect(await marks('whistle-2')).toEqual(['住建局 30 天内 2 次报到亮红灯']);
  });

  const listed = async (actor: Call[0]) => {
    const answer = await desk.ask(actor, 'reds');
    if (!answer.ok) return answer;
    const { items } = answer.value as Queries['reds']['output'];
    return items.map(({ view, whistles }) => [
      view.sentence,
      ...whistles.map(({ view: { id }, moves }) => [id, moves.includes('escalate')]),
    ]);
  };
  const twice = async () => {
    await desk.done(blown('whistle-1'), ...comes('whistle-1', water));
    desk.set('2026-03-09 10:45');
    await desk.settle();
    desk.set('2026-03-20 10:00');
    await desk.done(blown('whistle-2'), ...comes('whistle-2', water));
    desk.set('2026-03-20 10:45');
    await desk.settle();
  };

  test('研判里列出它和那两哨，能报区督查的就给报；到了三十天就不再列', async () => {
    expect(await listed(coordinator)).toEqual([]);
    await twice();
    const both = ['住建局 30 天内 2 次报到亮红灯', ['whistle-2', true], ['whistle-1', true]];
    for (const actor of [coordinator, leader, secretary]) expect(await listed(actor)).toEqual([both]);
    desk.set('2026-04-08 10:45');
    expect(await listed(coordinator)).toEqual([]);
  });

  test('承办单位和居民看不到这张单子', async () => {
    await twice();
    for (const actor of [housing, water, resident])
      expect(await listed(actor)).toMatchObject({ ok: false, code: 'not-found' });
  });
});
