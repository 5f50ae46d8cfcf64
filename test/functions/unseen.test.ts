import type { InboxDoc } from '../../cloudfunctions/tell/telling.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { notice } from '../../domain/words.ts';
import { evaluate } from '../rules/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { Faulty } from '../support/faulty.ts';
import {
  coordinator,
  gridWorker,
  housing,
  neighbour,
  otherGridWorker,
  resident,
  urban,
  water,
} from '../support/office.ts';
import * as told from './told.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.store.close());

const secrets = ['卓玛', '13900000101', '屋顶漏水', '柳林巷'];

describe('who may not see it is answered as if it were not there', () => {
  const strangers = [neighbour, otherGridWorker, urban];
  const whistled = told.whistleAnswered;
  const orders: readonly (readonly [string, 'appeal' | 'task' | 'whistle', object])[] = [
    ...(
      [
        told.accepted,
        told.dispatched,
        told.called,
        told.replied,
        told.passed,
        told.rated,
        told.withdrawn,
      ] as const
    ).map(
      (call) => [call[3].type, 'appeal', { ...call[3], ...('photos' in call[3] && { photos: [] }) }] as const,
    ),
    ['decline', 'appeal', { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' }],
    ['redo', 'appeal', { type: 'redo', words: '回访仍漏' }],
    ['close', 'appeal', { type: 'close', reason: 'explained', words: '已经说明' }],
    ...told.handles(housing, 'w3').map((call) => [call[3].type, 'task', call[3]] as const),
    ['setOut', 'task', { type: 'setOut' }],
    ['contact', 'task', { type: 'contact', way: 'phone', words: '约好上门' }],
    ['release', 'task', { type: 'release', words: '不再需要' }],
    ['interim', 'task', { type: 'interim', words: '备件还没有到' }],
    ['recuse', 'task', { type: 'recuse', words: '是我亲戚' }],
    ['done', 'task', { type: 'done' }],
    ['cancel', 'whistle', { type: 'cancel', words: '事情已经解决' }],
    ['approve', 'whistle', { type: 'approve' }],
    ['return', 'whistle', { type: 'return', words: '先由社区办' }],
    ['confirm', 'whistle', { type: 'confirm' }],
    ['judge', 'whistle', { type: 'judge', valid: true }],
    ['evaluate', 'whistle', evaluate],
    ['escalate', 'whistle', { type: 'escalate', unit: 'water', because: 'red', words: '催过三次' }],
  ];
  const ids = {
    appeal: [told.appealId, 'appeal-9999'],
    task: [`${told.whistleId}-housing`, 'appeal-9999-w3-housing'],
    whistle: [told.whistleId, 'appeal-9999-w3'],
  } as const;

  test.each(orders)('%s', async (_, process, command) => {
    await desk.done(...whistled);
    const [there, absent] = ids[process];
    for (const actor of strangers) {
      const answers = [there, absent].map((id) =>
        desk.call(actor, { process, id, commandId: 'the-command', command }),
      );
      const [one, other] = (await Promise.all(answers)).map((answer) => JSON.stringify(answer));
      expect(one).toBe(other);
      expect(one).toContain('not-found');
    }
  });

  test('the question for one thing', async () => {
    await desk.done(...whistled);
    for (const query of ['appeal', 'task', 'whistle'] as const) {
      const [there, absent] = ids[query];
      for (const actor of query === 'appeal' ? strangers : [...strangers, resident, gridWorker]) {
        const one = JSON.stringify(await desk.ask(actor, query, { id: there }));
        expect(one).toBe(JSON.stringify(await desk.ask(actor, query, { id: absent })));
        expect(one).toContain('not-found');
      }
    }
  });

  test("lists: a stranger's are empty, and those of the office are not there for him", async () => {
    await desk.done(...whistled);
    for (const actor of strangers) {
      expect(await desk.ask(actor, 'mine')).toMatchObject({ ok: true, value: { items: [] } });
      expect(await desk.ask(actor, 'notices')).toMatchObject({ ok: true, value: { items: [] } });
      for (const [query, of] of [
        ['desk', 'coordinator'],
        ['whistles', 'open'],
      ] as const)
        expect(await desk.ask(actor, query, { desk: of })).toMatchObject({ ok: false, code: 'not-found' });
    }
    expect(await desk.ask(urban, 'tasks', { desk: 'unit' })).toMatchObject({
      ok: true,
      value: { items: [] },
    });
    expect(await desk.ask(neighbour, 'tasks', { desk: 'unit' })).toMatchObject({
      ok: false,
      code: 'not-found',
    });
  });
});

describe('a resident who hid his name', () => {
  const hidden: Call = [
    resident,
    'appeal',
    told.appealId,
    { ...told.asked[3], identity: 'nameHidden', photos: [] },
  ];

  test('no department reads a name or a phone in anything the door says, at any step', async () => {
    const [, ...rest] = [...told.whistleAnswered, told.notSolved];
    for (const call of [hidden, ...rest]) {
      await desk.done(call);
      for (const actor of [housing, water, gridWorker]) {
        const questions = [
          desk.ask(actor, 'appeal', { id: told.appealId }),
          desk.ask(actor, 'task', { id: `${told.whistleId}-${actor.unit}` }),
          desk.ask(actor, 'whistle', { id: told.whistleId }),
          desk.ask(actor, 'notices'),
          desk.ask(actor, 'tasks', { desk: 'unit' }),
          desk.ask(actor, 'tasks', { desk: 'done' }),
        ];
        const read = JSON.stringify(await Promise.all(questions));
        expect(read).not.toContain('卓玛');
        expect(read).not.toContain('13900000101');
      }
    }
  });

  test('a unit called off keeps its own record and loses the appeal and the whistle', async () => {
    await desk.done(hidden, ...told.untilWhistled.slice(1), told.released('water', 'w3'));
    const answer = await desk.ask(water, 'task', { id: `${told.whistleId}-water` });
    expect(answer).toMatchObject({ ok: true, value: { view: { status: 'released' } } });
    expect(JSON.stringify(answer)).not.toContain('屋顶漏水，下雨天');
    expect(answer).not.toMatchObject({ value: { appeal: expect.anything() } });
    expect(answer).not.toMatchObject({ value: { whistle: expect.anything() } });
  });
});

describe('the roster', () => {
  const dismiss = (id: string, change: object | undefined) =>
    desk.store.transact(async (tx) => {
      const person = await tx.get('person', id);
      if (!change) return tx.remove('person', id);
      await tx.put('person', { ...person, _id: id, ...change });
    });

  test('who is taken off it is out with the next call', async () => {
    await desk.done(...told.untilDispatched);
    expect(await desk.ask(housing, 'appeal', { id: told.appealId })).toMatchObject({ ok: true });
    await dismiss('zhang', undefined);
    expect(await desk.ask(housing, 'appeal', { id: told.appealId })).toMatchObject({ code: 'not-found' });
    expect(await desk.ask(housing, 'tasks', { desk: 'unit' })).toMatchObject({ code: 'not-found' });
    expect(await desk.send(told.onTask(housing, { type: 'acknowledge' }))).toMatchObject({
      code: 'not-found',
    });
    expect(await desk.ask(housing, 'me')).toMatchObject({ ok: true, value: { roles: ['resident'] } });
  });

  test('who was dismissed gets no second answer to what he sent before', async () => {
    await desk.done(...told.untilDispatched);
    const call = told.onTask(housing, { type: 'acknowledge' });
    expect(await desk.send(call, 'the-command')).toMatchObject({ ok: true });
    await dismiss('zhang', undefined);
    expect(await desk.send(call, 'the-command')).toMatchObject({ ok: false, code: 'not-found' });
  });

  test('who moved to another unit sees its work, not that of the one before', async () => {
    await desk.done(...told.untilDispatched);
    await dismiss('zhang', { unit: 'urban' });
    expect(await desk.ask(housing, 'task', { id: `${told.appealId}-d3-housing` })).toMatchObject({
      code: 'not-found',
    });
  });

  test('nobody is the office itself, whatever the roster says', async () => {
    await desk.done(told.asked);
    await dismiss('dawa', { roles: ['system'] });
    expect(await desk.ask(neighbour, 'me')).toMatchObject({ value: { roles: ['resident'] } });
    expect(await desk.ask(neighbour, 'appeal', { id: told.appealId })).toMatchObject({ code: 'not-found' });
  });
});

test('notices and the paths they lead along carry no personal data, and each has its words', async () => {
  await desk.done(...told.whistleAnswered, told.notSolved);
  desk.set('2026-04-09 10:00');
  await desk.settle();
  const inbox = await desk.all<InboxDoc>('inbox');
  expect(new Set(inbox.map(({ about }) => about)).size).toBeGreaterThan(10);
  for (const item of inbox) {
    const { number, matter, unit, ...rest } = item;
    expect(Object.keys(rest).sort()).toEqual(['_id', 'about', 'at', 'id', 'process', 'to']);
    expect([matter ?? 'leak', unit ?? 'housing']).toEqual(['leak', expect.stringMatching(/^[a-z]+$/)]);
    expect(number ?? 'JSJB-').toMatch(/^JSJB-/);
    expect(notice[item.about]?.zh).toMatch(/[\u4e00-\u9fff]/);
    for (const secret of secrets) expect(JSON.stringify(item)).not.toContain(secret);
  }
});

test('what the operator reads of a fault carries no personal data', async () => {
  const faulty = new Faulty();
  const broken = await Desk.open((store) => faulty.wrap(store));
  for (let call = 1; call < 12; call += 1) {
    faulty.breakAt(call, true);
    await broken.send(
      [resident, 'appeal', `appeal-000${call}`, { ...told.asked[3], photos: ['photo-zhuoma'] }],
      `command-of-${call}`,
    );
    await broken.ask(coordinator, 'desk', { desk: 'coordinator' });
  }
  faulty.mend();
  expect(broken.logged.length).toBeGreaterThan(10);
  for (const { commandId, error } of broken.logged) {
    const read = `${commandId} ${error instanceof Error ? `${error.message} ${error.stack}` : JSON.stringify(error)}`;
    for (const secret of secrets) expect(read).not.toContain(secret);
  }
  await broken.store.close();
});

test('a photo is handed in only by the one who uploaded it, and is linked only for who sees it', async () => {
  const asked = (actor: Actor): Call => [
    actor,
    'appeal',
    told.appealId,
    { ...told.asked[3], photos: ['photo-zhuoma'] },
  ];
  expect(await desk.send(asked(neighbour))).toMatchObject({ ok: false, kind: 'input', field: 'photos' });
  await desk.done(asked(resident));
  expect(await desk.ask(coordinator, 'appeal', { id: told.appealId })).toMatchObject({
    links: { 'photo-zhuoma': 'https://files/photo-zhuoma' },
  });
  expect(JSON.stringify(await desk.ask(neighbour, 'appeal', { id: told.appealId }))).not.toContain('photo');
});
