import { tick } from '../../cloudfunctions/commit.ts';
import { deliver } from '../../cloudfunctions/deliver.ts';
import { type EventDoc, lease } from '../../cloudfunctions/outbox.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { Task } from '../../domain/task/task.ts';
import type { Whistle } from '../../domain/whistle/whistle.ts';
import { type Call, Desk } from '../support/desk.ts';
import { Faulty } from '../support/faulty.ts';
import { coordinator, housing, resident, water } from '../support/office.ts';
import { states } from '../support/states.ts';
import * as told from './told.ts';

/** Events whose errands are still to run, or have been put aside. */
async function unfinished(desk: Desk): Promise<string[]> {
  const events = await desk.all<EventDoc>('event');
  return events
    .filter(({ pendingAt, deadAt }) => pendingAt !== null || deadAt !== null)
    .map(({ _id }) => _id);
}

async function opened(...calls: readonly Call[]) {
  const faulty = new Faulty();
  const desk = await Desk.open((store) => faulty.wrap(store));
  await desk.done(...calls);
  return { desk, faulty };
}

const scenes: readonly (readonly [string, readonly Call[], Call])[] = [
  ['the first unit acknowledges', told.untilDispatched, told.onTask(housing, { type: 'acknowledge' })],
  ['a reply is sent back', told.untilReplied, told.returned],
  ['a reply is passed', told.untilReplied, told.passed],
  ['the resident says it is not solved', told.untilAnswered, told.notSolved],
  ['a whistle is asked for', told.untilCalled.slice(0, 2), told.called],
  ['a whistle is approved', told.untilCalled, told.whistled],
  ['a whistle is called off', told.untilWhistled, told.cancelled],
  ['the resident withdraws from under a whistle', told.untilWhistled, told.withdrawn],
  ['the lead is released', told.untilDispatched, told.released('housing')],
];

describe.each(scenes)('when %s and the store breaks', (_, before, call) => {
  test.each([
    ['once', false],
    ['and stays broken', true],
  ])(
    'at any call, %s: before or after, never between, and trying again leads to the same',
    async (_, lasts) => {
      const whole = await opened(...before);
      whole.faulty.mend();
      expect((await whole.desk.send(call, 'the-command')).ok).toBe(true);
      const calls = whole.faulty.calls;
      await whole.desk.settle();
      const expected = await states(whole.desk);
      expect(calls).toBeGreaterThan(5);

      for (let k = 1; k <= calls; k += 1) {
        const { desk, faulty } = await opened(...before);
        const start = await states(desk);
        faulty.breakAt(k, lasts);
        const first = await desk.send(call, 'the-command');
        faulty.mend();
        const stream = `${call[1]}.${call[2]}`;
        const now = await states(desk);
        if (first.ok) expect(now[stream]).not.toEqual(start[stream]);
        else expect(first).toMatchObject({ kind: 'fault', commandId: 'the-command' });
        const again = await desk.send(call, 'the-command');
        expect(again.ok).toBe(true);
        await desk.settle();
        expect(await states(desk)).toEqual(expected);
        expect(await unfinished(desk)).toEqual([]);
        await desk.store.close();
      }
      await whole.desk.store.close();
    },
  );
});

describe('the errands of a commit', () => {
  const [, , task] = told.onTask(housing, { type: 'acknowledge' }, 'w3');

  /** The unit has missed its first clock, and the news of it has stuck in the outbox. */
  async function stuck() {
    const { desk, faulty } = await opened(
      ...told.untilWhistled,
      told.onTask(water, { type: 'acknowledge' }, 'w3'),
    );
    const { clocks } = await desk.state<Task>('task', task);
    desk.set(clocks.acknowledge?.dueAt ?? 0);
    await tick(desk.cloud, 'task', task);
    expect(await lateOf(desk)).toEqual([]);
    return { desk, faulty };
  }

  async function lateOf(desk: Desk): Promise<readonly string[]> {
    const { units } = await desk.state<Whistle>('whistle', told.whistleId);
    return units.find((unit) => unit.task === task)?.late ?? [];
  }

  test('are done with once they have been run', async () => {
    const { desk } = await stuck();
    expect(await unfinished(desk)).toHaveLength(1);
    desk.pass(lease);
    await sweep(desk.cloud);
    expect(await unfinished(desk)).toEqual([]);
  });

  test('are left alone while whoever committed has time to run them, and done by the sweep after that', async () => {
    const { desk } = await stuck();
    const [event] = (await desk.all<EventDoc>('event')).filter(({ pendingAt }) => pendingAt !== null);
    desk.set(event?.pendingAt ?? 0);
    desk.pass(-1);
    expect((await sweep(desk.cloud)).errands).toBe(0);
    desk.pass(1);
    expect((await sweep(desk.cloud)).errands).toBe(1);
    expect(await lateOf(desk)).toEqual(['acknowledge']);
  });

  test('are done once when two sweeps come at once, and when they are delivered twice', async () => {
    const { desk } = await stuck();
    const pending = (await desk.all<EventDoc>('event')).filter(({ pendingAt }) => pendingAt !== null);
    desk.pass(2 * lease);
    await Promise.all([sweep(desk.cloud), sweep(desk.cloud), deliver(desk.cloud, pending)]);
    const events = await desk.all<EventDoc>('event');
    expect(events.filter(({ event }) => 'late' in event.fact)).toHaveLength(1);
  });

  test('wait longer after each failure, and after twenty attempts for a person', async () => {
    const { desk, faulty } = await stuck();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 21; attempt += 1) {
      const [event] = (await desk.all<EventDoc>('event')).filter(({ pendingAt }) => pendingAt !== null);
      desk.set(event?.pendingAt ?? 0);
      faulty.breakOn('whistle');
      await sweep(desk.cloud);
      faulty.mend();
      const after = await desk.store.get<EventDoc>('event', event?._id ?? '');
      if (after?.pendingAt) waits.push(after.pendingAt - desk.now);
    }
    expect(waits).toHaveLength(20);
    expect(waits[0]).toBeLessThan(5_000);
    expect(waits.at(-1)).toBeGreaterThan(1_000_000);
    const dead = (await desk.all<EventDoc>('event')).filter(({ deadAt }) => deadAt !== null);
    expect(dead.map(({ attempts, pendingAt }) => [attempts, pendingAt])).toEqual([[20, null]]);
    expect(await desk.store.count({ collection: 'event', where: { deadAt: { gt: 0 } } })).toBe(1);

    const logged = desk.logged.map(({ commandId, error }) => `${commandId} ${error}`);
    expect(logged).toContain(`${dead[0]?._id} Error: put aside after 20 attempts`);
    const about = (await desk.all<{ _id: string; about: string; to: string }>('inbox')).filter(
      ({ about }) => about === 'letter.dead',
    );
    expect(about.map(({ to }) => to)).toEqual(['role:coordinator']);
    const letters = () => desk.ask(coordinator, 'deadLetters');
    const letter = { process: 'task', kind: 'missed', to: ['whistle'], attempts: 20 };
    expect(await letters()).toMatchObject({ value: { items: [letter] } });
    expect(JSON.stringify(await letters())).not.toMatch(/漏水|zhuoma|zhang/);
    for (const nobody of [resident, housing])
      expect(await desk.ask(nobody, 'deadLetters')).toMatchObject({ code: 'not-found' });

    const retry = dead[0]?._id ?? '';
    expect(await desk.call(housing, { retry })).toMatchObject({ ok: false, code: 'not-found' });
    faulty.breakOn('whistle');
    expect(await desk.call(coordinator, { retry })).toMatchObject({ ok: true, value: { done: false } });
    expect(await letters()).toMatchObject({ value: { items: [] } });
    faulty.mend();
    expect(await desk.call(coordinator, { retry })).toMatchObject({ ok: false, code: 'not-found' });
    await desk.settle();
    expect(await lateOf(desk)).toContain('acknowledge');
  });

  test('put aside and tried again, are done once', async () => {
    const { desk } = await stuck();
    const [event] = (await desk.all<EventDoc>('event')).filter(({ pendingAt }) => pendingAt !== null);
    const aside = { ...event, _id: event?._id ?? '', pendingAt: null, deadAt: desk.now, attempts: 20 };
    await desk.store.transact((tx) => tx.put('event', aside));
    const again = () => desk.call(coordinator, { retry: aside._id });
    const [one, other] = await Promise.all([again(), again()]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect(await lateOf(desk)).toEqual(['acknowledge']);
    expect(await unfinished(desk)).toEqual([]);
  });
});

describe('the sweep', () => {
  test('passes over what cannot be done, logs it, and serves everybody else', async () => {
    const desk = await Desk.open();
    const ids = Array.from({ length: 130 }, (_, place) => `appeal-${String(place).padStart(4, '0')}`);
    for (const id of ids) await desk.done([told.asked[0], 'appeal', id, told.asked[3]]);
    const spoilt = await desk.store.get('appeal', 'appeal-0000');
    await desk.store.transact((tx) =>
      tx.put('appeal', { ...spoilt, _id: 'appeal-0000', state: { status: 'submitted' } }),
    );
    desk.set('2026-03-09 12:00');
    expect(await sweep(desk.cloud)).toEqual({
      clocks: 129,
      errands: 0,
      figures: 129,
      checks: 0,
      messages: 0,
    });
    expect(desk.logged.map(({ commandId }) => commandId)).toEqual(['appeal-0000', 'appeal.appeal-0000']);
    const marked = await Promise.all(ids.slice(1).map((id) => desk.state<Appeal>('appeal', id)));
    expect(marked.every(({ missed }) => missed.length === 1)).toBe(true);
    expect(await sweep(desk.cloud)).toEqual({ clocks: 0, errands: 0, figures: 0, checks: 0, messages: 0 });
    await desk.store.close();
  });

  test('marks a deadline once, however many sweeps come at once', async () => {
    const desk = await Desk.open();
    await desk.done(...told.untilWhistled);
    desk.set('2026-03-12 10:00');
    await Promise.all([sweep(desk.cloud), sweep(desk.cloud), sweep(desk.cloud)]);
    const { units } = await desk.state<Whistle>('whistle', told.whistleId);
    expect(units.map(({ late }) => late)).toEqual([
      ['acknowledge', 'contact', 'reportIn'],
      ['acknowledge', 'reportIn'],
    ]);
    const events = await desk.all<EventDoc>('event');
    expect(events.filter(({ event }) => event.fact.type === 'missed')).toHaveLength(7);
    await desk.store.close();
  });

  test('stops when its time is over', async () => {
    const desk = await Desk.open();
    await desk.done(told.asked);
    desk.set('2026-03-09 12:00');
    expect(await sweep(desk.cloud, 0)).toEqual({ clocks: 0, errands: 0, figures: 0, checks: 0, messages: 0 });
    await desk.store.close();
  });
});
