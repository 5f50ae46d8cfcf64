import type { EventDoc } from '../../cloudfunctions/outbox.ts';
import { type Call, Desk } from '../support/desk.ts';
import { housing, neighbour, water } from '../support/office.ts';
import * as told from './told.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(() => desk.store.close());

const once: readonly (readonly [string, readonly Call[], Call, other: Call[3]])[] = [
  ['submitting', [], told.asked, { ...told.asked[3], text: '我家水管也漏水了' }],
  ['accepting', [told.asked], told.accepted, { ...told.accepted[3], tier: 'T4' }],
  [
    'dispatching',
    told.untilDispatched.slice(0, 2),
    told.dispatched,
    { type: 'dispatch', units: [{ unit: 'urban', role: 'lead' }] },
  ],
  [
    'asking for a whistle',
    told.untilCalled.slice(0, 2),
    told.called,
    { ...told.called[3], theme: 'keyWork' },
  ],
  ['approving a whistle', told.untilCalled, told.whistled, { type: 'return', words: '先由社区办' }],
  ['acknowledging', told.untilDispatched, told.onTask(housing, { type: 'acknowledge' }), { type: 'setOut' }],
  [
    'logging work',
    [...told.untilDispatched, ...told.handles(housing).slice(0, 1)],
    told.handles(housing)[1] ?? told.asked,
    { type: 'work', words: '又换了两块瓦', photos: [], shared: false },
  ],
  ['replying', told.untilHandedIn, told.replied, { ...told.replied[3], outcome: 'partly' }],
  ['passing a reply', told.untilReplied, told.passed, { type: 'review', pass: false, words: '请补照片' }],
  ['rating', told.untilAnswered, told.rated, { type: 'rate', solved: 'partly', satisfied: 'neutral' }],
  ['withdrawing from under a whistle', told.untilWhistled, told.withdrawn, { type: 'withdraw' }],
  ['calling a whistle off', told.untilWhistled, told.cancelled, { type: 'cancel', words: '叫错了部门' }],
];

describe.each(once)('%s', (_, before, call, other) => {
  test('five times in parallel does it once and gets one answer', async () => {
    await desk.done(...before);
    const version = (await desk.store.get(call[1], call[2]))?.version ?? 0;
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.send(call, 'the-command')));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(JSON.stringify(answer)).toBe(JSON.stringify(answers[0]));
    const done = (await desk.all<EventDoc>('event')).filter(
      ({ commandId, stream, seq }) =>
        commandId === 'the-command' && stream === `${call[1]}.${call[2]}` && seq > Number(version),
    );
    expect(done).toHaveLength(call === told.rated ? 2 : 1);
  });

  test('with the same id but other words is refused', async () => {
    await desk.done(...before);
    await desk.send(call, 'the-command');
    const was = await desk.everything();
    const [actor, process, id] = call;
    const answer = await desk.send([actor, process, id, other], 'the-command');
    expect(answer).toMatchObject({ ok: false, kind: 'refusal', code: 'command-reused' });
    expect(await desk.everything()).toBe(was);
  });
});

test('a command that comes again after later ones is answered as the first time, and changes nothing', async () => {
  const story = [...told.untilHandedIn, told.replied, told.passed, told.notSolved];
  const answers = [];
  for (const [place, call] of story.entries()) answers.push(await desk.send(call, `command-of-${place}`));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  const was = await desk.everything();
  for (const [place, call] of story.entries()) {
    const again = await desk.send(call, `command-of-${place}`);
    expect(JSON.stringify(again)).toBe(JSON.stringify(answers[place]));
  }
  expect(await desk.everything()).toBe(was);
});

test('somebody else with the same command learns nothing from it', async () => {
  await desk.send(told.asked, 'the-command');
  const [, process, id, command] = told.asked;
  const other = { ...command, photos: [] };
  const hers = await desk.send([neighbour, process, id, other], 'the-command');
  const none = await desk.send([neighbour, process, 'appeal-9999', { type: 'withdraw' }], 'the-command');
  expect(hers).toEqual(none);
});

test('two units that act at the same moment both count', async () => {
  await desk.done(...told.untilDispatched);
  await Promise.all([housing, water].map((actor) => desk.send(told.onTask(actor, { type: 'acknowledge' }))));
  const { tasks } = await desk.state<{ tasks: { status: string }[] }>('appeal', told.appealId);
  expect(tasks.map(({ status }) => status)).toEqual(['acknowledged', 'acknowledged']);
});
