import type { Cursor } from '../../domain/client.ts';
import { Refused } from '../../miniprogram/lib/api.ts';
import { deskList } from '../../miniprogram/lib/desk-list.ts';
import { Offline } from '../../miniprogram/lib/transport.ts';
import { openPage, type Phone, pickUpPhone } from '../support/phone.ts';

type Desk = 'open' | 'done';

interface Card {
  readonly id: string;
  readonly told?: true;
}
const all = (...ids: readonly string[]): Card[] => ids.map((id) => ({ id }));

interface Listing {
  data: { desk: Desk | ''; cards: readonly Card[]; ended: boolean; more: boolean; phase: string };
  onLoad(query: { id?: string }): void;
  load(): Promise<void>;
  loadMore(): Promise<void>;
  toDesk(event: { currentTarget: { dataset: { value: Desk } } }): void;
}

const second: Cursor = { value: 1, id: 'a' };
const done = { currentTarget: { dataset: { value: 'done' as const } } };

/** A page of cards, opened. */
async function opened(
  cards: (desk: Desk, after?: Cursor) => Promise<{ cards: Card[]; next?: Cursor }>,
  told?: (id: string) => Promise<{ desk: Desk; card: Card }>,
) {
  const first = async () => 'open' as const;
  const begin = async () => ({ form: undefined });
  const page = await openPage<Listing>(async () =>
    deskList<Desk, Card>({ t: {}, desks: [], first, cards, begin, path: () => '', ...(told && { told }) }),
  );
  if (told) page.onLoad({ id: 'z' });
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
    return after ? { cards: all('b') } : { cards: all('a'), next: second };
  });
  expect(page.data).toMatchObject({ desk: 'open', cards: all('a'), ended: false });
  await Promise.all([page.loadMore(), page.loadMore()]);
  await page.loadMore();
  expect(asked).toEqual([undefined, second]);
  expect(page.data).toMatchObject({ cards: all('a', 'b'), more: false, ended: true });
});

test('问的时候换了一栏，不接到别的栏后面', async () => {
  const page = await opened(async (desk, after) => {
    if (desk === 'done') return { cards: all('z') };
    if (after) page.toDesk(done);
    return { cards: all('a'), next: second };
  });
  await page.loadMore();
  expect(page.data).toMatchObject({ desk: 'done', cards: all('z'), more: false, ended: true });
});

test('没有问到，原来的还在，可以再拉', async () => {
  let offline = true;
  const page = await opened(async (_desk, after) => {
    if (after && offline) throw new Offline();
    return after ? { cards: all('b') } : { cards: all('a'), next: second };
  });
  await page.loadMore();
  expect(page.data).toMatchObject({ cards: all('a'), more: false, ended: false });
  expect(phone.said).toEqual(['网络不通，没有丢失任何内容，请稍后重试']);
  offline = false;
  await page.loadMore();
  expect(page.data).toMatchObject({ cards: all('a', 'b'), ended: true });
});

describe('从消息打开', () => {
  const lists = async (desk: Desk, after?: Cursor) => {
    if (desk === 'open') return { cards: all('a') };
    return after ? { cards: all('z') } : { cards: all('y'), next: second };
  };

  test('开在它那一栏，排在最前，标明；往下拉不再出现；换一栏就没有它', async () => {
    const page = await opened(lists, async (id) => ({ desk: 'done', card: { id } }));
    expect(page.data).toMatchObject({ desk: 'done', cards: [{ id: 'z', told: true }, { id: 'y' }] });
    await page.loadMore();
    expect(page.data.cards).toHaveLength(2);
    page.toDesk({ currentTarget: { dataset: { value: 'open' } } });
    await page.load();
    expect(page.data).toMatchObject({ desk: 'open', cards: all('a') });
  });

  test('已经看不到它的，照常打开第一栏', async () => {
    const gone = { kind: 'refusal', code: 'not-found', message: '没有找到' } as const;
    const page = await opened(lists, async () => {
      throw new Refused({ ok: false, now: 0, ...gone });
    });
    expect(page.data).toMatchObject({ desk: 'open', cards: all('a'), phase: 'ready' });
  });
});
