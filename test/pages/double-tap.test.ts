import { fine, openPage, type Phone, pickUpPhone } from '../support/phone.ts';

/** 2026-11-20 10:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 2);

let phone: Phone;
let gone: string[];

beforeEach(() => {
  jest.useFakeTimers({ now });
  jest.resetModules();
  phone = pickUpPhone();
  gone = [];
  Object.assign(wx, { navigateTo: ({ url }: { url: string }) => gone.push(url) });
});
afterEach(() => jest.useRealTimers());

const on = (dataset: object) => ({ currentTarget: { dataset } });

interface Inbox {
  load(): Promise<void>;
  tap(event: object): void;
  open(event: object): void;
}

test('待办里连点两下签收，只签收一次，第二下落在卡片上也不打开；看清了再点才打开', async () => {
  const view = {
    ...{
      id: 't1',
      status: 'pending',
      unit: 'urban',
      zh: '城管局',
      role: 'lead',
      missed: [],
      contacts: 0,
      works: 0,
    },
    ...{ brief: { number: 'JSJB-1' }, ball: { holder: 'unit', sentence: '等城管局签收' } },
  };
  phone.door = ({ query }) => ({
    ...fine,
    now,
    value: query === 'tasks' ? { items: [view] } : { view, moves: [] },
  });
  const page = await openPage<Inbox>(() => import('../../miniprogram/staff/pages/inbox/inbox.ts'));
  await page.load();
  page.tap(on({ id: 't1', move: 'acknowledge' }));
  page.tap(on({ id: 't1', move: 'acknowledge' }));
  await jest.advanceTimersByTimeAsync(100);
  page.open(on({ id: 't1' }));
  expect(phone.sent.filter((call) => 'command' in call)).toHaveLength(1);
  expect(gone).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  page.open(on({ id: 't1' }));
  expect(gone).toEqual(['/staff/pages/task/task?id=t1']);
});

interface Notices {
  load(): Promise<void>;
  unfold(event: object): void;
  go(event: object): void;
}

test('消息里连点两下“还有几件”，第二下落在刚展开的一行上，不离开', async () => {
  phone.door = ({ query }) =>
    query === 'me'
      ? { ...fine, now, value: { id: 'p', account: 'account-p', roles: ['coordinator'], unread: 0 } }
      : { ...fine, now, value: { items: [], reminders: [] } };
  const page = await openPage<Notices>(() => import('../../miniprogram/pages/notices/notices.ts'));
  await page.load();
  page.unfold(on({ id: 'n1' }));
  page.go(on({ url: '/staff/pages/task/task?id=t1' }));
  expect(gone).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  page.go(on({ url: '/staff/pages/task/task?id=t1' }));
  expect(gone).toEqual(['/staff/pages/task/task?id=t1']);
});
