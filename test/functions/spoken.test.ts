import type { Actor } from '../../domain/kernel/process.ts';
import type { Alike, Explained } from '../../domain/routing/contract.ts';
import { city } from '../support/city.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, neighbour, resident } from '../support/office.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open(undefined, { office: async () => city });
});
afterEach(() => desk.store.close());

const words = '从昨晚停电到现在，一直跳闸';
const submit = {
  type: 'submit',
  photos: [],
  identity: 'open',
  place: { address: '柳林巷 3 号', grid: 'grid-huayuan' },
};
const spoken = { ...submit, text: '', recordings: [{ id: 'recording-1', seconds: 23 }] };

async function asked<Value>(who: Actor, query: string): Promise<Value> {
  const answer = await desk.ask(who, query, { id: 'appeal-0001' });
  if (!answer.ok) throw new Error(answer.message);
  return answer.value as Value;
}

test('没有文字的语音诉求：不猜，请先听写；听写以后才有建议、认得出急事', async () => {
  await desk.done([resident, 'appeal', 'appeal-0001', spoken]);
  const before = await asked<Explained>(coordinator, 'proposal');
  expect(before).toMatchObject({ way: 'consult', emergency: [], past: [], matched: [] });
  expect(before.matter).toBeUndefined();
  expect(before.reasons.map(({ zh }) => zh)).toContain('只有录音，没有文字：请先听写，再看建议');
  await desk.done([coordinator, 'appeal', 'appeal-0001', { type: 'transcribe', words }]);
  const after = await asked<Explained>(coordinator, 'proposal');
  expect(after).toMatchObject({ way: 'dispatch', matter: { id: 'power-cut' }, lead: { zh: '供电公司' } });
  const worse = `${words}，配电箱着火了`;
  await desk.done([coordinator, 'appeal', 'appeal-0001', { type: 'transcribe', words: worse }]);
  expect((await asked<Explained>(coordinator, 'proposal')).emergency).toContain('119');
});

test('听写以后，同类的找得到它；以前找不到', async () => {
  await desk.done(
    [neighbour, 'appeal', 'appeal-0002', { ...submit, text: words }],
    [resident, 'appeal', 'appeal-0001', spoken],
  );
  expect(await asked<{ items: readonly Alike[] }>(coordinator, 'alike')).toEqual({ items: [] });
  await desk.done([coordinator, 'appeal', 'appeal-0001', { type: 'transcribe', words }]);
  expect((await asked<{ items: readonly Alike[] }>(coordinator, 'alike')).items).toMatchObject([
    { id: 'appeal-0002' },
  ]);
  const other = await desk.ask(coordinator, 'alike', { id: 'appeal-0002' });
  expect(other).toMatchObject({ value: { items: [{ id: 'appeal-0001', text: words }] } });
});
