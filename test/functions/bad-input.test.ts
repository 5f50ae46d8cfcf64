import { call, submit } from '../rules/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { coordinator, housing, neighbour, resident } from '../support/office.ts';
import * as told from './told.ts';

const mega = '漏'.repeat(1_000_000);
const deep = (levels: number): unknown => (levels === 0 ? '底' : { inner: deep(levels - 1) });
const own = (json: string): object => JSON.parse(json) as object;
const filled = {
  ...submit,
  photos: ['photo-zhuoma'],
  place: { point: { lng: 91.1, lat: 29.6 }, address: '柳林巷 3 号', grid: 'grid-1' },
  onBehalfOf: { name: '央金', phone: '13900000109', consent: '老人口头同意' },
};
const [ack, work] = told.handles(housing);
const handling = [...told.untilDispatched, ...told.handles(housing).slice(0, 2)];
const summoned = [...told.untilWhistled, told.onTask(housing, { type: 'acknowledge' }, 'w3')];
const arrival = {
  type: 'reportIn',
  way: 'onsite',
  code: '402915',
  point: { lng: 91.1, lat: 29.6 },
  words: '已到',
};
const onAppeal = (actor: Call[0], command: Call[3]): Call => [actor, 'appeal', told.appealId, command];

/** Every command a person can send, where it would be done: only what is wrong with it can be the reason. */
const scenes: Readonly<Record<string, { readonly before: readonly Call[]; readonly call: Call }>> = {
  submit: { before: [], call: onAppeal(resident, filled) },
  accept: { before: [told.asked], call: told.accepted },
  decline: {
    before: [told.asked],
    call: onAppeal(coordinator, { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' }),
  },
  dispatch: { before: [told.asked, told.accepted], call: told.dispatched },
  whistle: {
    before: [told.asked, told.accepted],
    call: onAppeal(coordinator, {
      ...call,
      meetAt: 1_773_100_000_000,
      meetPlace: '巷口',
      meetPoint: { lng: 91.1, lat: 29.6 },
      online: true,
      planAt: 1_773_900_000_000,
      partners: [{ unit: 'shops', need: '各扫门前' }],
    }),
  },
  reply: { before: told.untilHandedIn, call: told.replied },
  review: { before: told.untilReplied, call: told.returned },
  rate: { before: told.untilAnswered, call: onAppeal(resident, { ...told.rated[3], words: '修得快' }) },
  redo: { before: told.untilAnswered, call: onAppeal(coordinator, { type: 'redo', words: '回访仍漏' }) },
  close: {
    before: told.untilAnswered,
    call: onAppeal(coordinator, { type: 'close', reason: 'explained', words: '已经说明' }),
  },
  withdraw: { before: [told.asked], call: told.withdrawn },
  acknowledge: { before: told.untilDispatched, call: ack ?? told.asked },
  setOut: { before: summoned, call: told.onTask(housing, { type: 'setOut' }, 'w3') },
  reportIn: { before: summoned, call: told.onTask(housing, arrival, 'w3') },
  contact: {
    before: [...told.untilDispatched, ack ?? told.asked],
    call: told.onTask(housing, { type: 'contact', way: 'phone', words: '约好上门' }),
  },
  work: {
    before: [...told.untilDispatched, ack ?? told.asked],
    call: told.onTask(housing, { ...work?.[3], type: 'work', photos: ['photo-zhang'] }),
  },
  handIn: { before: handling, call: told.handles(housing)[2] ?? told.asked },
  release: { before: told.untilDispatched, call: told.released('water') },
  cancel: { before: told.untilWhistled, call: told.cancelled },
};

interface Request {
  readonly process: string;
  readonly id: string;
  readonly commandId: string;
  readonly command: Call[3];
}
type Spoil = (request: Request) => unknown;
const inside =
  (change: object): Spoil =>
  (request) => ({ ...request, command: { ...request.command, ...change } });

/** What is wrong with any command. */
const anywhere: readonly (readonly [string, Spoil])[] = [
  ['nothing at all', () => undefined],
  ['null', () => null],
  ['a number', () => 7],
  ['a text', () => 'submit'],
  ['a long text', () => mega],
  ['a list', (request) => [request]],
  ['an empty object', () => ({})],
  ['no process', ({ process: _, ...request }) => request],
  ['no id', ({ id: _, ...request }) => request],
  ['no command', ({ command: _, ...request }) => request],
  ['no command id', (request) => ({ ...request, commandId: undefined })],
  ['one key too many', (request) => ({ ...request, actor: { id: 'pubu', roles: ['coordinator'] } })],
  ['an operator beside it', (request) => ({ ...request, $where: '1' })],
  ['both an order and a question', (request) => ({ ...request, query: 'me' })],
  ['a process that is a number', (request) => ({ ...request, process: 1 })],
  ['a process that is not there', (request) => ({ ...request, process: 'office' })],
  ['a process called __proto__', (request) => ({ ...request, process: '__proto__' })],
  ['a process called constructor', (request) => ({ ...request, process: 'constructor' })],
  ['a process that is a collection', (request) => ({ ...request, process: 'person' })],
  ['an id that is a number', (request) => ({ ...request, id: 12_345_678 })],
  ['an id that is an operator', (request) => ({ ...request, id: { $ne: '' } })],
  ['an id that is a list', (request) => ({ ...request, id: ['appeal-0001'] })],
  ['an empty id', (request) => ({ ...request, id: '' })],
  ['a short id', (request) => ({ ...request, id: 'a' })],
  ['a long id', (request) => ({ ...request, id: 'a'.repeat(161) })],
  ['an id too long to hang tasks on', (request) => ({ ...request, id: 'a'.repeat(65) })],
  ['an id with dots', (request) => ({ ...request, id: 'appeal.0001' })],
  ['an id with slashes', (request) => ({ ...request, id: '../../appeal-0001' })],
  ['an id with a null in it', (request) => ({ ...request, id: 'appeal-0001\u0000' })],
  ['an id in another script', (request) => ({ ...request, id: '诉求诉求诉求诉求诉求' })],
  ['a command id that is a number', (request) => ({ ...request, commandId: 12_345_678 })],
  ['a short command id', (request) => ({ ...request, commandId: 'x' })],
  ['a long command id', (request) => ({ ...request, commandId: 'x'.repeat(121) })],
  ['a command id with dots', (request) => ({ ...request, commandId: 'task.x.4.e0-and-more' })],
  ['a command that is a text', ({ command, ...request }) => ({ ...request, command: command.type })],
  ['a command that is a list', ({ command, ...request }) => ({ ...request, command: [command] })],
  ['a command that is null', (request) => ({ ...request, command: null })],
  ['no type', ({ command: { type: _, ...command }, ...request }) => ({ ...request, command })],
  ['a type that is not there', inside({ type: 'destroy' })],
  ['a type that is a list', inside({ type: ['submit'] })],
  ['a type that is an object', inside({ type: { $in: ['submit'] } })],
  ['a type called toString', inside({ type: 'toString' })],
  ['a type called __proto__', inside({ type: '__proto__' })],
  ["the clock's own type", inside({ type: 'tick' })],
  ["the office's own assign", inside({ type: 'assign', unit: 'housing', role: 'lead', brief: {} })],
  ["the office's own note", inside({ type: 'note', task: 'x', status: 'submitted', asOf: 9 })],
  ["the office's own recall", inside({ type: 'recall', whistle: 'x', words: '撤' })],
  ["the office's own blow", inside({ type: 'blow', theme: 'appeal', subject: '吹', units: [], brief: {} })],
  ['an unknown key', inside({ status: 'closed' })],
  ['a key of the state', inside({ owner: 'pubu' })],
  ['a key of the clock', inside({ now: 0 })],
  ['an operator', inside({ $set: { status: 'closed' } })],
  ['a dotted key', inside({ 'end.reason': 'solved' })],
  ['a key with a null', inside({ 'a\u0000b': 1 })],
  ['a key of a million letters', inside({ ['a'.repeat(1_000_000)]: 1 })],
  ['an empty key', inside({ '': 1 })],
  ['its own __proto__', inside(own('{"__proto__":{"roles":["coordinator"]}}'))],
  ['a constructor', inside(own('{"constructor":{"prototype":{}}}'))],
  ['deep nesting', inside({ words: deep(12) })],
  ['very deep nesting', inside({ words: deep(5_000) })],
  ['many keys', inside(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, n])))],
  ['a list of a million', inside({ photos: Array.from({ length: 1_000_000 }, () => 'photo-zhuoma') })],
];

const point = (lng: unknown, lat: unknown): object => ({ place: { point: { lng, lat } } });
const lead = { unit: 'housing', role: 'lead', need: '查看屋顶' };
const assist = { unit: 'water', role: 'assist', need: '查看水管' };

const each = (field: string, ...values: readonly unknown[]): object[] =>
  values.map((value) => ({ [field]: value }));
const words = (longest: number) => each('words', '', null, 7, [], {}, '长'.repeat(longest + 1), mega);

/** What is wrong with one field of one command. */
const somewhere: Readonly<Record<string, readonly object[]>> = {
  submit: [
    ...each(
      'text',
      '',
      '    ',
      '漏水了',
      '\u200b'.repeat(9),
      '\u0007'.repeat(9),
      '\ud800'.repeat(9),
      '字'.repeat(2001),
      mega,
    ),
    ...each('text', 7, null, true, [], ['我家屋顶漏水'], { zh: '我家屋顶漏水' }, Number.NaN, undefined),
    ...each(
      'photos',
      undefined,
      null,
      'photo-zhuoma',
      {},
      [7],
      [null],
      [['photo-zhuoma']],
      [{ id: 'photo-zhuoma' }],
    ),
    ...each(
      'photos',
      ['photo-zhang'],
      ['photo-9999'],
      ['../photo'],
      ['https://evil/x.png'],
      [''],
      Array(10).fill('photo-zhuoma'),
    ),
    ...each(
      'place',
      '柳林巷',
      null,
      7,
      {},
      [],
      { address: '' },
      { address: 7 },
      { address: '巷'.repeat(121) },
    ),
    ...each('place', { address: '柳林巷', grid: 'a b' }, { address: '柳林巷', community: 'east' }),
    ...[point(0, 0), point(Number.NaN, 29), point(91, Number.NaN), point(Number.POSITIVE_INFINITY, 29)],
    ...[point(181, 29), point(-181, 29), point(91, 91), point(91, -91), point('91', '29'), point(null, null)],
    ...each('place', { point: [91, 29] }, { point: { lng: 91 } }, { point: { lng: 91, lat: 29, alt: 3650 } }),
    ...each('matter', '', 7, 'a.b', null, 'x'.repeat(121), ['leak']),
    ...each('identity', 'secret', '', null, ['open'], undefined, true),
    ...each(
      'contact',
      '卓玛',
      null,
      7,
      { name: '' },
      { name: '名'.repeat(31) },
      { wechat: 'x' },
      { phone: '123' },
    ),
    ...each(
      'contact',
      { phone: '+8613900000101' },
      { phone: '１３９００００００００' },
      { phone: 13_900_000_101 },
      { phone: null },
    ),
    ...each('onBehalfOf', { name: '央金' }, { consent: '' }, { consent: 7 }, [], '央金', {
      consent: '同意',
      phone: '1',
    }),
  ],
  accept: [
    ...each('kind', 'rumour', null, 1),
    ...each('tier', 'T5', 1, null),
    ...each('matter', 'dragons', undefined, {}),
  ],
  decline: [...each('branch', 'boring', 1, null, ['secret']), ...each('words', '太短了'), ...words(500)],
  dispatch: [
    ...each('units', null, 'housing', {}, [], [null], ['housing'], [[lead]], [assist], [lead, lead]),
    ...each('units', [lead, { ...lead, unit: 'urban' }], [{ ...lead, unit: 'moon' }], [{ ...lead, unit: 7 }]),
    ...each(
      'units',
      [{ ...lead, role: 'boss' }],
      [{ ...lead, need: '' }],
      [{ ...lead, due: 0 }],
      Array(21).fill(lead),
    ),
  ],
  whistle: [
    ...each(
      'units',
      [lead],
      [lead, { ...assist, need: undefined }],
      [lead, lead],
      [assist, assist],
      Array(21).fill(lead),
    ),
    ...each('theme', 'party', null, 7),
    ...each('subject', '哨', '长'.repeat(201), 7, null),
    ...each('meetAt', -1, 0, 1.5, 1e20, 9e15, Number.NaN, '2026-03-10', null),
    ...each('meetPlace', '', {}, 7, '远'.repeat(121)),
    ...each('partners', '物业', ['shops'], [{ unit: 'shops' }], [{ unit: 'water', need: '各扫门前' }]),
    ...each(
      'grounds',
      undefined,
      null,
      '街道办过了',
      { because: 'tried' },
      { because: 'habit', words: '向来如此' },
    ),
    ...each('grounds', { because: 'danger', words: '有险情' }),
    ...each('code', '12345', '1234567', 'abcdef', 402915, null),
    ...each('meetPoint', { lng: 0, lat: 0 }, null, 'here'),
    ...each('online', 'yes', null),
    ...each('planAt', -1, 1_700_000_000_000, null),
  ],
  reply: [
    ...each('text', '', '已办。', mega, null),
    ...each('outcome', 'maybe', undefined, true),
    ...each('photos', ['photo-zhuoma'], null),
  ],
  review: [...each('pass', 'yes', 1, null, undefined), ...each('words', undefined), ...words(500)],
  rate: [...each('solved', true, 'yes', null), ...each('satisfied', 5, undefined), ...words(500)],
  redo: [...each('words', '重办', undefined, { zh: '重办重办' }), ...words(500)],
  close: [...each('reason', 'solved', 'partlySolved', 'answered', null), ...words(500)],
  withdraw: words(200),
  reportIn: [
    ...each('way', 'helicopter', undefined, null),
    ...each('point', { lng: 0, lat: 0 }, null, 'here', [91, 29], { lng: 200, lat: 29 }),
    ...each('code', '40291', 402915, null),
    ...words(200),
  ],
  contact: [...each('way', 'pigeon', null), ...each('words', '约', undefined), ...words(500)],
  work: [
    ...each('shared', 'yes', undefined, 1),
    ...each('photos', ['photo-mima'], 'photo-zhang'),
    ...words(1000),
  ],
  handIn: [...each('outcome', 'done', null), ...each('photos', null, ['photo-pubu']), ...words(2000)],
  release: [...each('words', '撤', undefined), ...words(200)],
  cancel: [...each('words', ['撤哨撤哨'], undefined), ...words(200)],
};

const corpus = anywhere.length + Object.values(somewhere).flat().length;
const _fine = new Set(['an id too long to hang tasks on']);

test('the corpus is worth its name', () => {
  expect(corpus).toBeGreaterThanOrEqual(200);
});

/** An answer a person can read: which field, and a Chinese sentence; nothing of the machine's insides. */
function expectPlain(answer: unknown, what: string): void {
  const text = JSON.stringify(answer);
  expect([what, answer]).toEqual([
    what,
    expect.objectContaining({ ok: false, message: expect.stringMatching(/^[\u4e00-\u9fff]/) }),
  ]);
  expect([what, answer]).toEqual([
    what,
    expect.objectContaining({ kind: expect.stringMatching(/^(input|refusal)$/) }),
  ]);
  if (text.includes('"kind":"input"'))
    expect(answer).toMatchObject({ field: expect.stringMatching(/^[\w.]{1,80}$/) });
  expect(text.length).toBeLessThan(400);
  expect(text).not.toMatch(/Error|undefined|expected|at \/|\.ts|node:/i);
}

describe.each(Object.entries(scenes))('%s', (name, { before, call }) => {
  test('refuses whatever is wrong, changes nothing, and is then done as it should be', async () => {
    const desk = await Desk.open();
    await desk.done(...before);
    const [actor, process, id, command] = call;
    const right = { process, id, commandId: 'the-command', command };
    const was = await desk.everything();
    const spoilt = somewhere[name] ?? [];
    const all = [
      ...anywhere,
      ...spoilt.map((change) => [JSON.stringify(change).slice(0, 60), inside(change)] as const),
    ];
    for (const [what, spoil] of all) {
      expectPlain(await desk.call(actor, spoil(right)), what);
    }
    expect(await desk.everything()).toBe(was);
    expect(desk.logged).toEqual([]);
    expect(await desk.send(call, 'the-command')).toMatchObject({ ok: true });
    await desk.store.close();
  });
});

describe('questions', () => {
  const names = ['me', 'office', 'mine', 'appeal', 'desk', 'tasks', 'task', 'whistles', 'whistle', 'notices'];
  const right: Readonly<Record<string, object>> = {
    ...{ appeal: { id: told.appealId }, task: { id: told.appealId }, whistle: { id: told.whistleId } },
    ...{ desk: { desk: 'coordinator' }, tasks: { desk: 'unit' }, whistles: { desk: 'open' } },
  };
  const wrong: readonly unknown[] = [
    ...[null, 7, 'x', [1], { extra: 1 }, { $where: 1 }, { 'a.b': 1 }, own('{"__proto__":{}}'), deep(20)],
    ...each(
      'id',
      '',
      7,
      null,
      ['appeal-0001'],
      { $ne: 1 },
      'a b',
      '诉求',
      '\u0000',
      'a'.repeat(161),
      '../x',
      mega,
    ),
    ...each('desk', 'all', 7, null, ['unit'], { $ne: 'unit' }, '__proto__'),
    ...each('after', null, 7, 'x', [], {}, { value: 1 }, { id: 'a' }, { value: 'a', id: 'a' }),
    ...each(
      'after',
      { value: Number.NaN, id: 'a' },
      { value: Number.POSITIVE_INFINITY, id: 'a' },
      { value: { $gt: 0 }, id: 'a' },
    ),
    ...each(
      'after',
      { value: 1, id: '' },
      { value: 1, id: '\u0000' },
      { value: 1, id: 'a'.repeat(300) },
      { value: 1, id: 7 },
    ),
    ...each('after', { value: 1, id: 'a', more: 1 }),
  ];

  test.each(names)('%s: a wrong one is refused by field', async (query) => {
    const desk = await Desk.open();
    await desk.done(told.asked);
    const was = await desk.everything();
    for (const change of wrong) {
      const plain = typeof change === 'object' && change !== null && !Array.isArray(change);
      const input = plain ? { ...right[query], ...change } : change;
      for (const actor of [coordinator, housing, neighbour])
        expectPlain(
          await desk.call(actor, { query, input }),
          `${query} ${JSON.stringify(change).slice(0, 60)}`,
        );
    }
    expect(await desk.everything()).toBe(was);
    expect(desk.logged).toEqual([]);
    await desk.store.close();
  });

  test.each(['', 'toString', '__proto__', 'constructor', 'person', 'everything', '$where', mega])(
    'a question that is not there is refused',
    async (query) => {
      const desk = await Desk.open();
      expectPlain(await desk.call(coordinator, { query, input: {} }), query.slice(0, 20));
      await desk.store.close();
    },
  );
});
