import type { Cursor } from '../../domain/client.ts';
import { deskList } from '../../miniprogram/lib/desk-list.ts';
import { Offline } from '../../miniprogram/lib/transport.ts';
import { openPage, type Phone, pickUpPhone } from '../support/phone.ts';

type Desk = 'open' | 'done';

interface Listing {
  data: { desk: Desk | ''; cards: readonly string[]; ended: boolean; more: boolean; phase: string };
  load(): Promise<void>;
  loadMore(): Promise<void>;
  toDesk(event: { currentTarget: { dataset: { value: Desk } } }): void;
}

const second: Cursor = { value: 1, id: 'a' };
const done = { currentTarget: { dataset: { value: 'done' as const } } };

/** A page of cards, opened. */
async function opened(cards: (desk: Desk, after?: Cursor) => Promise<{ cards: string[]; next?: Cursor }>) {
  const first = async () => 'open' as const;
  const begin = async () => ({ form: undefined });
  const page = await openPage<Listing>(async () =>
    deskList<Desk, string>({ t: {}, desks: [], first, cards, begin, path: () => '' }),
  );
  await page.load();
  return page;
}

let phone: Phone;

beforeEach(() => {
  phone = pickUpPhone();
});

test('接在后面，到底了就说到底；同时拉两次只问一次', async () => {
  const asked: (Cursor | undefined)[] = [];
  const page = await opened(async (_desk, after) => {
    asked.push(after);
    return after ? { cards: ['b'] } : { cards: ['a'], next: second };
  });
  expect(page.data).toMatchObject({ desk: 'open', cards: ['a'], ended: false });
  await Promise.all([page.loadMore(), page.loadMore()]);
  await page.loadMore();
  expect(asked).toEqual([undefined, second]);
  expect(page.data).toMatchObject({ cards: ['a', 'b'], more: false, ended: true });
});

test('问的时候换了一栏，不接到别的栏后面', async () => {
  const page = await opened(async (desk, after) => {
    if (desk === 'done') return { cards: ['z'] };
    if (after) page.toDesk(done);
    return { cards: ['a'], next: second };
  });
  await page.loadMore();
  expect(page.data).toMatchObject({ desk: 'done', cards: ['z'], more: false, ended: true });
});

test('没有问到，原来的还在，可以再拉', async () => {
  let offline = true;
  const page = await opened(async (_desk, after) => {
    if (after && offline) throw new Offline();
    return after ? { cards: ['b'] } : { cards: ['a'], next: second };
  });
  await page.loadMore();
  expect(page.data).toMatchObject({ cards: ['a'], more: false, ended: false });
  expect(phone.said).toEqual(['网络不通，没有丢失任何内容，请稍后重试']);
  offline = false;
  await page.loadMore();
  expect(page.data).toMatchObject({ cards: ['a', 'b'], ended: true });
});
