import fc from 'fast-check';
import { sweep } from '../../cloudfunctions/sweep.ts';
import { type InboxDoc, telling } from '../../cloudfunctions/tell/telling.ts';
import { type Account, accountOf } from '../../domain/account/account.ts';
import type { Inbox } from '../../domain/contract.ts';
import { importanceOf } from '../../domain/office/messages.ts';
import { notice } from '../../domain/words.ts';
import type { Desk } from '../support/desk.ts';
import { agrees, fault, openTelling, tellingOffice } from '../support/messages.ts';
import { resident } from '../support/office.ts';
import * as told from './told.ts';

/** Any order of consents, news, faults, nights and sweeps. */

const seed = process.env.SEED ? { seed: Number(process.env.SEED) } : {};
const { messages } = tellingOffice().rules;
const appeals = ['appeal-0001', 'appeal-0002', 'appeal-0003'];
const kinds = ['appeal.accepted', 'appeal.whistled', 'appeal.passed', 'appeal.closed', 'appeal.declined'];

type Step =
  | { readonly do: 'consent'; readonly accepted: boolean }
  | { readonly do: 'news'; readonly kind: string; readonly appeal: string }
  | { readonly do: 'sweep'; readonly faults: readonly number[] }
  | { readonly do: 'read' }
  | { readonly do: 'wait'; readonly ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('consent' as const), accepted: fc.boolean() }),
  fc.record({
    do: fc.constant('news' as const),
    kind: fc.constantFrom(...kinds),
    appeal: fc.constantFrom(...appeals),
  }),
  fc.record({
    do: fc.constant('sweep' as const),
    faults: fc.array(fc.constantFrom(200, 200, 0, -1, 43101, 45009, 47003), { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('read' as const) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 60_000, 3_600_000, 8 * 3_600_000) }),
);

interface Told {
  readonly round: number;
  readonly importance: number;
}

async function play(
  desk: Desk,
  steps: readonly Step[],
  faults: number[],
  sent: Told[],
  round: { n: number },
) {
  let accepted = 0;
  const put = new Set<string>();
  for (const now of steps) {
    desk.pass(1);
    if (now.do === 'consent') {
      await desk.done(agrees(resident, 'progress', now.accepted));
      accepted += now.accepted ? 1 : 0;
    } else if (now.do === 'news') {
      put.add(`${now.kind} ${now.appeal}`);
      await desk.store.transact((tx) => tx.put('inbox', line(now.kind, now.appeal, desk.now)));
    } else if (now.do === 'sweep') {
      faults.splice(0, faults.length, ...now.faults);
      round.n += 1;
      await sweep(desk.cloud);
    } else if (now.do === 'wait') desk.pass(now.ms);
    else await desk.done([resident, 'account', accountOf(resident.id), { type: 'read', upTo: desk.now }]);
    expect(sent.length).toBeLessThanOrEqual(accepted);
    await expectSolvent(desk, accepted, sent.length);
  }
  return put;
}

async function expectSolvent(desk: Desk, accepted: number, sent: number): Promise<void> {
  const doc = await desk.store.get('account', accountOf(resident.id));
  const left = (doc?.state as Account | undefined)?.credits.progress ?? 0;
  expect(left).toBeGreaterThanOrEqual(0);
  expect(left + sent).toBeLessThanOrEqual(accepted);
}

function line(about: string, id: string, at: number): InboxDoc {
  const to = `person:${resident.id}`;
  return {
    _id: `n-${about}-${id}`,
    to,
    about,
    process: 'appeal',
    id,
    at,
    ...telling(about, at, tellingOffice()),
  };
}

async function inboxOf(desk: Desk): Promise<Set<string>> {
  const found = new Set<string>();
  for (let after: unknown, more = true; more; ) {
    const answer = await desk.ask(resident, 'notices', after ? { after } : {});
    if (!answer.ok) throw new Error(answer.message);
    const { items, next } = answer.value as Inbox;
    for (const { about, id } of items) found.add(`${about} ${id}`);
    after = next;
    more = next !== undefined;
  }
  return found;
}

test('发出的从不多于同意的，要紧的先发，收件箱里一条不少', async () => {
  const weights = new Map(kinds.map((kind) => [notice[kind]?.zh, importanceOf(messages, kind)]));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const [sent, faults, round]: [Told[], number[], { n: number }] = [[], [], { n: 0 }];
      const desk = await openTelling(async ({ fields }) => {
        const code = faults.shift() ?? 200;
        if (code !== 200)
          throw fault(code, code === 47003 || code === 43101 ? 'final' : code === 45009 ? 'quota' : 'retry');
        sent.push({ round: round.n, importance: weights.get(fields.thing1) ?? 0 });
      });
      for (const appeal of appeals) await desk.done([told.asked[0], 'appeal', appeal, told.asked[3]]);
      const put = await play(desk, steps, faults, sent, round);
      for (const [place, each] of sent.entries()) {
        const before = sent[place - 1];
        if (before?.round === each.round) expect(before.importance).toBeGreaterThanOrEqual(each.importance);
      }
      expect([...(await inboxOf(desk))].sort()).toEqual([...put].sort());
      await desk.store.close();
    }),
    { numRuns: 60, ...seed },
  );
}, 120_000);

test('次数不够时，最要紧的一定发得出去', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 8 }), async (news) => {
      const sent: string[] = [];
      const desk = await openTelling(async ({ fields }) => void sent.push(fields.thing1 ?? ''));
      await desk.done(told.asked, agrees(resident));
      for (const [place, kind] of [...news, 'appeal.declined'].entries()) {
        desk.pass(1);
        const item = { ...line(kind, told.appealId, desk.now), _id: `n${place}` };
        await desk.store.transact((tx) => tx.put('inbox', item));
      }
      await sweep(desk.cloud);
      const most = ['您的诉求有答复了，请评价', '您的诉求不予受理，点开看依据和办法'];
      expect(sent).toHaveLength(1);
      expect(most).toContain(sent[0]);
      await desk.store.close();
    }),
    { numRuns: 30, ...seed },
  );
}, 60_000);
