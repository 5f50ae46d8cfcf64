import type { Doc } from '../../cloudfunctions/store.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { replay } from '../../local/journey/replay.ts';
import { type Call, Desk } from '../support/desk.ts';
import { Faulty } from '../support/faulty.ts';
import { coordinator, housing, housingLeader, neighbour, water } from '../support/office.ts';
import * as told from './told.ts';

/** Somebody who exists only to be found again. */
const canary: Actor = { id: 'canary-7Q4XZ', roles: ['resident'] };

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.store.close());

/** The same story, told by the canary; its photo is its own. */
const byCanary = (story: readonly Call[], appeal = told.appealId): Call[] =>
  story.map(([who, process, id, command]) => [
    who === told.asked[0] ? canary : who,
    process,
    id.replace(told.appealId, appeal),
    { ...command, ...('photos' in command && { photos: [] }) },
  ]);

const forget = () => desk.call(canary, { forget: 'me' });
const closed = [...told.untilAnswered, told.rated];
const added = told.onAppeal(told.asked[0], { type: 'supplement', words: '还滴在了电表上', photos: [] });
const objected = told.onTask(housingLeader, {
  type: 'object',
  duty: '住建局职责清单第 12 项：只管公房，不管供水管道',
  owner: 'water',
});

const stories: Readonly<Record<string, readonly Call[]>> = {
  办结: closed,
  吹哨办结: [...told.whistleAnswered, told.rated],
  撤回: [...told.untilDispatched, told.withdrawn],
  哨吹响以后撤回: [...told.untilWhistled, told.withdrawn],
  不予受理: [
    told.asked,
    told.onAppeal(coordinator, { type: 'decline', branch: 'beyondDuty', words: '请找物业公司按合同处理' }),
  ],
  没有解决又办了一轮: [
    ...told.untilAnswered,
    told.notSolved,
    ...['work', 'submit'].map((type) =>
      told.onTask(housingLeader, {
        type,
        words: '重新铺了防水层',
        photos: [],
        ...(type === 'submit' ? { outcome: 'solved' } : { shared: true }),
      }),
    ),
    told.repliedAgain,
    told.passed,
    told.rated,
  ],
  有异议: [told.asked, told.accepted, told.dispatched, objected, told.withdrawn],
  补充过: [...told.untilDispatched, added, told.withdrawn],
};

test.each(Object.keys(stories))('%s：哪里也找不到是谁，重放与存着的一样', async (name) => {
  await desk.done(...byCanary(stories[name] ?? []));
  await desk.settle();
  expect(await desk.everything()).toContain(canary.id);
  expect(await forget()).toMatchObject({ ok: true, value: { open: 0 } });
  expect(await desk.everything()).not.toContain(canary.id);
  const { states, different } = await replay(desk.store);
  expect(states).toBeGreaterThan(0);
  expect(different).toEqual([]);
});

test('街道照样看得到办过什么；本人再也看不到', async () => {
  await desk.done(...byCanary(closed));
  const before = await desk.ask(coordinator, 'appeal', { id: told.appealId });
  await forget();
  const after = await desk.ask(coordinator, 'appeal', { id: told.appealId });
  if (!before.ok || !after.ok) throw new Error('not seen');
  const lines = ({ lines }: { lines?: readonly object[] }) => JSON.stringify(lines?.slice(0, 3));
  expect(lines(after.value as object)).toBe(lines(before.value as object));
  expect(after.value).toMatchObject({ view: { text: told.asked[3].text, contact: {}, status: 'closed' } });
  expect(await desk.ask(canary, 'appeal', { id: told.appealId })).toMatchObject({ code: 'not-found' });
  expect(await desk.ask(canary, 'mine')).toMatchObject({ value: { items: [] } });
});

test('一个人的几件事，看不出是一个人的', async () => {
  await desk.done(...byCanary(closed), ...byCanary([told.asked, told.withdrawn], 'appeal-0003'));
  await forget();
  const owners = (await desk.all<Doc & { owner: string }>('appeal')).map(({ owner }) => owner);
  expect(new Set(owners).size).toBe(2);
  for (const owner of owners) expect(owner).toMatch(/^nobody-[0-9a-f]{32}$/);
});

test('还在办的不动，照样是他的；办完再来一次', async () => {
  await desk.done(...byCanary(told.untilAnswered), ...byCanary([told.asked, told.withdrawn], 'appeal-0003'));
  expect(await forget()).toMatchObject({ value: { open: 1 } });
  expect(await desk.ask(canary, 'appeal', { id: told.appealId })).toMatchObject({ ok: true });
  await desk.done(...byCanary([told.rated]));
  await desk.settle();
  expect(await forget()).toMatchObject({ value: { open: 0 } });
  expect(await desk.everything()).not.toContain(canary.id);
  expect((await replay(desk.store)).different).toEqual([]);
});

describe('并过案的', () => {
  const another = (who: Actor, id: string): Call => [who, 'appeal', id, { ...told.asked[3], photos: [] }];
  const merge = (id: string, into: string): Call => [coordinator, 'appeal', id, { type: 'merge', into }];
  const follower = 'appeal-0009';

  test('别人的诉求跟着他的：别人那里也找不到他，别人的照样办', async () => {
    await desk.done(...byCanary([told.asked]), another(neighbour, follower));
    await desk.done(told.accepted, merge(follower, told.appealId), told.dispatched);
    await desk.done(...told.handles(housing, 'd4'), ...told.handles(water, 'd4'));
    await desk.done(told.replied, told.passed, ...byCanary([told.rated]));
    await desk.settle();
    const before = await desk.state('appeal', follower);
    await forget();
    expect(await desk.everything()).not.toContain(canary.id);
    expect(await desk.state('appeal', follower)).toEqual(before);
    expect((await replay(desk.store)).different).toEqual([]);
  });

  const stairs = { matter: 'stairs', grid: 'grid-1' };
  const follow: Call = [
    canary,
    'appeal',
    'appeal-0007',
    { type: 'follow', into: follower, ...stairs, identity: 'open' },
  ];

  test('他关注过别人的：别人那里也找不到他，别人的照样办', async () => {
    await desk.done(another(neighbour, follower));
    await desk.done([coordinator, 'appeal', follower, { ...told.accepted[3], matter: 'stairs' }], follow);
    await desk.done([canary, 'appeal', 'appeal-0007', { type: 'withdraw' }]);
    await desk.settle();
    expect(await forget()).toMatchObject({ value: { open: 0 } });
    expect(await desk.everything()).not.toContain(canary.id);
    expect((await replay(desk.store)).different).toEqual([]);
    await desk.done([neighbour, 'appeal', follower, { type: 'withdraw' }]);
  });

  test('他自己的另一件还在办：那一件照样是他的', async () => {
    await desk.done(...byCanary([told.asked]), another(canary, follower));
    await desk.done(merge(follower, told.appealId), [canary, 'appeal', follower, { type: 'withdraw' }]);
    await desk.settle();
    expect(await forget()).toMatchObject({ value: { open: 1 } });
    expect(await desk.ask(canary, 'appeal', { id: told.appealId })).toMatchObject({ ok: true });
    expect((await replay(desk.store)).different).toEqual([]);
  });

  test('他的跟着别人的：并着的还在办，拆开撤回以后再来', async () => {
    await desk.done(another(neighbour, follower), ...byCanary([told.asked]), merge(told.appealId, follower));
    await desk.settle();
    expect(await forget()).toMatchObject({ value: { open: 1 } });
    await desk.done(told.onAppeal(coordinator, { type: 'unmerge', words: '不是同一处' }));
    await desk.done(...byCanary([told.withdrawn]));
    await desk.settle();
    await forget();
    expect(await desk.everything()).not.toContain(canary.id);
    expect((await replay(desk.store)).different).toEqual([]);
  });
});

test('消息、交来没用的照片也不留他的名字', async () => {
  await desk.done(...byCanary([told.asked, told.accepted]));
  await desk.store.transact((tx) => tx.put('file', { _id: 'f-unused', owner: canary.id, at: 1 }));
  expect((await desk.all<Doc & { to: string }>('inbox')).map(({ to }) => to)).toContain(
    `person:${canary.id}`,
  );
  await forget();
  const left = [...(await desk.all('inbox')), ...(await desk.all('file'))];
  expect(JSON.stringify(left)).not.toContain(canary.id);
});

test.each([1, 5, 9, 20, 40])('做到第 %d 步断了，再来一次就做完', async (call) => {
  const faulty = new Faulty();
  const broken = await Desk.open((store) => faulty.wrap(store));
  await broken.done(...byCanary([...told.whistleAnswered, told.rated]));
  await broken.settle();
  faulty.breakAt(call, false);
  expect(await broken.call(canary, { forget: 'me' })).toMatchObject({ kind: 'fault' });
  faulty.mend();
  expect((await replay(broken.store)).different).toEqual([]);
  expect(await broken.call(canary, { forget: 'me' })).toMatchObject({ value: { open: 0 } });
  expect(await broken.everything()).not.toContain(canary.id);
  expect((await replay(broken.store)).different).toEqual([]);
  await broken.store.close();
});
