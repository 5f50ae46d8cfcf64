import type { Draft } from '../../miniprogram/lib/drafts.ts';
import { fine, type Phone, pickUpPhone, refused } from '../support/phone.ts';

const tick = () => jest.advanceTimersByTimeAsync(0);

async function fresh() {
  jest.resetModules();
  const phone = pickUpPhone();
  return { phone, ...(await modules()) };
}

/** As after a restart: nothing remembered but what the phone keeps. */
async function modules() {
  jest.resetModules();
  return {
    ...(await import('../../miniprogram/lib/outbox.ts')),
    ...(await import('../../miniprogram/lib/drafts.ts')),
  };
}

const written = (draft: Draft): Draft => ({ ...draft, text: '小区路灯不亮三天了，晚上很黑' });
const orders = ({ sent }: Phone) => sent.filter((call) => 'command' in call);
const photosSent = ({ sent }: Phone) => sent.filter((call) => 'photo' in call).map((call) => call.photo);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('没有网络时排队，有了网络发出，只发一次', async () => {
  const { phone, put, flush, fate, outbox, newDraft } = await fresh();
  const draft = written(newDraft());
  phone.online = false;
  put(draft, 0);
  await flush();
  expect(fate(draft.id)).toBe('waiting');
  phone.online = true;
  await flush();
  await flush();
  expect(orders(phone)).toEqual([
    {
      process: 'appeal',
      id: draft.id,
      commandId: draft.commandId,
      command: { type: 'submit', text: draft.text, photos: [], identity: 'open' },
    },
  ]);
  expect(outbox()).toEqual([]);
  expect(fate(draft.id)).toBe('sent');
});

test('放进去五次、同时发五次，只有一件', async () => {
  const { phone, put, flush, outbox, newDraft } = await fresh();
  const draft = written(newDraft());
  for (let tap = 0; tap < 5; tap += 1) put(draft, 0);
  expect(outbox()).toHaveLength(1);
  await Promise.all([flush(), flush(), flush(), flush(), flush()]);
  expect(orders(phone)).toHaveLength(1);
});

test('重新打开小程序后，排队的还在，编号没有变', async () => {
  const { phone, put, newDraft } = await fresh();
  const draft = written(newDraft());
  phone.online = false;
  put(draft, 0);
  const again = await modules();
  phone.online = true;
  await again.flush();
  expect(orders(phone).map((order) => order.commandId)).toEqual([draft.commandId]);
});

test('回答丢了就用同一个操作编号再发', async () => {
  const { phone, put, flush, newDraft } = await fresh();
  const draft = written(newDraft());
  let lost = true;
  phone.door = () => {
    if (!lost) return fine;
    lost = false;
    throw new Error('timeout');
  };
  put(draft, 0);
  await flush();
  await flush();
  expect(orders(phone).map((order) => order.commandId)).toEqual([draft.commandId, draft.commandId]);
});

test('不成功就自己再试，越等越久', async () => {
  const { phone, put, flush, waiting, newDraft } = await fresh();
  const draft = written(newDraft());
  phone.online = false;
  put(draft, 0);
  await flush();
  await jest.advanceTimersByTimeAsync(1_000);
  phone.online = true;
  await jest.advanceTimersByTimeAsync(400);
  expect(waiting(draft.id)).toBe(true);
  await jest.advanceTimersByTimeAsync(2_000);
  expect(waiting(draft.id)).toBe(false);
});

test('机关的故障和陌生的回答不算数，过后再发', async () => {
  const { phone, put, flush, waiting, newDraft } = await fresh();
  const draft = written(newDraft());
  put(draft, 0);
  phone.door = () => ({ ok: false, now: 0, message: '请稍后', kind: 'fault', commandId: draft.commandId });
  await flush();
  phone.door = () => '<html>请登录网络</html>' as never;
  await flush();
  expect(waiting(draft.id)).toBe(true);
  phone.door = () => fine;
  await flush();
  expect(waiting(draft.id)).toBe(false);
});

test('被拒绝的变回草稿，带着那句话，后面的照常发', async () => {
  const { phone, put, flush, fate, drafts, outbox, newDraft } = await fresh();
  const [bad, good] = [written(newDraft()), written(newDraft())];
  phone.door = (call) => (call.id === bad.id ? refused('联系电话不正确', 'contact.phone') : fine);
  put(bad, 0);
  put(good, 0);
  await flush();
  expect(fate(bad.id)).toBe('refused');
  expect(fate(good.id)).toBe('sent');
  expect(outbox()).toEqual([]);
  expect(drafts()).toEqual([
    expect.objectContaining({
      id: bad.id,
      text: bad.text,
      refusal: { field: 'contact.phone', sentence: '联系电话不正确' },
    }),
  ]);
});

test('照片一张一张传，传过的不再传', async () => {
  const { phone, put, flush, newDraft } = await fresh();
  for (const name of ['a', 'b', 'c']) phone.files.set(name, `photo-${name}`);
  put({ ...written(newDraft()), photos: ['a', 'b', 'c'] }, 0);
  let calls = 0;
  const answer = (call: object) => {
    if (!('photo' in call)) return fine;
    calls += 1;
    if (calls === 2) throw new Error('dropped');
    return { ...fine, value: { id: `id-${call.photo}` } };
  };
  phone.door = answer;
  await flush();
  await flush();
  expect(photosSent(phone)).toEqual(['photo-a', 'photo-b', 'photo-b', 'photo-c']);
  expect(orders(phone)).toEqual([
    expect.objectContaining({
      command: expect.objectContaining({ photos: ['id-photo-a', 'id-photo-b', 'id-photo-c'] }),
    }),
  ]);
  expect(phone.files.size).toBe(0);
});

test('手机上已经没有的照片不耽误文字', async () => {
  const { phone, put, flush, newDraft } = await fresh();
  put({ ...written(newDraft()), photos: ['gone'] }, 0);
  await flush();
  expect(orders(phone)).toEqual([
    expect.objectContaining({ command: expect.objectContaining({ photos: [] }) }),
  ]);
});

test('草稿随写随存，重新打开还在；发出以后才消失', async () => {
  const { phone, keepDraft, newDraft } = await fresh();
  const draft = written(newDraft());
  keepDraft(draft);
  const again = await modules();
  expect(again.drafts()).toEqual([draft]);
  again.put(draft, 0);
  expect(again.drafts()).toEqual([]);
  expect(again.outbox().map((parcel) => parcel.draft.text)).toEqual([draft.text]);
  await again.flush();
  await tick();
  expect(orders(phone)).toHaveLength(1);
});
