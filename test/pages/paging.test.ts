import type { Cursor } from '../../domain/client.ts';
import { goOn } from '../../miniprogram/lib/paging.ts';
import { Offline } from '../../miniprogram/lib/transport.ts';
import { pickUpPhone } from '../support/phone.ts';

beforeEach(() => {
  pickUpPhone();
});

const first: Cursor = { value: 1, id: 'a' };

function listing() {
  const list = {
    next: first as Cursor | undefined,
    data: { desk: 'open', cards: ['a'] as readonly string[], more: false, ended: false },
    setData(part: object) {
      list.data = { ...list.data, ...part };
    },
  };
  return list;
}

test('接在后面，到底了就说到底；同时拉两次只问一次', async () => {
  const list = listing();
  let asked = 0;
  const ask = async (after: Cursor) => {
    asked += 1;
    expect(after).toEqual(first);
    return { cards: ['b'] };
  };
  await Promise.all([goOn(list, ask), goOn(list, ask)]);
  expect(asked).toBe(1);
  expect(list.data).toEqual({ desk: 'open', cards: ['a', 'b'], more: false, ended: true });
  await goOn(list, ask);
  expect(asked).toBe(1);
});

test('问的时候换了一栏，不接到别的栏后面', async () => {
  const list = listing();
  await goOn(list, async () => {
    list.setData({ desk: 'done', cards: [] });
    return { cards: ['b'], next: first };
  });
  expect(list.data).toEqual({ desk: 'done', cards: [], more: false, ended: false });
});

test('没有问到，原来的还在，可以再拉', async () => {
  const said: string[] = [];
  Object.assign(wx, { showToast: ({ title }: { title: string }) => said.push(title) });
  const list = listing();
  await goOn(list, () => Promise.reject(new Offline()));
  expect(list.data).toEqual({ desk: 'open', cards: ['a'], more: false, ended: false });
  expect(list.next).toEqual(first);
  expect(said).toHaveLength(1);
});
