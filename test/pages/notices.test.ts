import type { InboxItem, Reminder } from '../../domain/client.ts';
import { formOf } from '../../miniprogram/coordinator/lib/forms.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { commandOf } from '../../miniprogram/lib/form.ts';
import { agreedOf, rowsOf, seenUpTo } from '../../miniprogram/pages/notices/content.ts';
import { fine, openPage, type Phone, pickUpPhone } from '../support/phone.ts';

/** 2026-11-20 10:00 in Beijing. */
const now = Date.UTC(2026, 10, 20, 2);

const item = (id: string, part: Partial<InboxItem> = {}): InboxItem => {
  return { _id: id, about: 'appeal.passed', process: 'appeal', id: 'a1', at: now, unread: true, ...part };
};
const reminder: Reminder = { purpose: 'progress', template: 'T1', left: 2 };

let phone: Phone;
let inbox: { items: InboxItem[]; next?: object; reminders: Reminder[] };
let roles: string[];

beforeEach(() => {
  phone = pickUpPhone();
  inbox = { items: [item('n1')], reminders: [reminder] };
  roles = ['resident'];
  phone.door = (call) => {
    if (call.query === 'me')
      return { ...fine, now, value: { id: 'z', account: 'account-z', roles, unread: 1 } };
    return call.query === 'notices' ? { ...fine, now, value: inbox } : { ...fine, now };
  };
});

interface NoticesPage {
  readonly data: {
    readonly phase: string;
    readonly failure: string;
    readonly note: string;
    readonly agreed: readonly { readonly left: string }[];
  };
  onShow(): void;
  load(): Promise<void>;
  remind(): Promise<void>;
}

async function open(): Promise<NoticesPage> {
  jest.resetModules();
  const page = await openPage<NoticesPage>(() => import('../../miniprogram/pages/notices/notices.ts'));
  await page.load();
  return page;
}

const orders = () =>
  phone.sent.flatMap((call) => ('command' in call ? [[call.process, call.id, call.command]] : []));

describe('消息', () => {
  const t = () => copyOf('notices');

  test('说人话，点开到它的页面；不认识的不显示', () => {
    const items = [item('n1'), item('n2', { about: 'unknown.future' })];
    expect(rowsOf(items, ['resident'], now, t())).toEqual([
      {
        _id: 'n1',
        zh: '您的诉求有答复了，请评价',
        unread: true,
        head: '没看过',
        lines: [
          { _id: 'n1', what: '', number: '', when: '11月20日 10:00', url: '/pages/appeal/appeal?id=a1' },
        ],
        count: '',
        rest: '',
        spoken: '您的诉求有答复了，请评价，11月20日 10:00',
      },
    ]);
  });

  const urls = (about: string, process: string, ...roles: Parameters<typeof rowsOf>[1]) =>
    rowsOf([item('n1', { about, process })], roles, now, t()).map(({ lines }) => lines[0]?.url);

  test('同一件诉求，居民去进度，街道去受理；任务去任务', () => {
    expect(urls('appeal.missed', 'appeal', 'resident', 'coordinator')).toEqual([
      '/coordinator/pages/intake/intake?id=a1',
    ]);
    expect(urls('task.assigned', 'task', 'handler')).toEqual(['/staff/pages/task/task?id=a1']);
  });

  test.each(['coordinator', 'streetLeader', 'secretary', 'supervisor', 'gridChief'] as const)(
    '哨的消息，%s 去看各部门的灯',
    (role) => {
      expect(urls('whistle.escalated', 'whistle', role)).toEqual(['/coordinator/pages/lights/lights?id=a1']);
    },
  );

  test.each(['handler', 'unitLeader', 'partner'] as const)('哨的消息，%s 去本单位的任务', (role) => {
    expect(urls('whistle.escalated', 'whistle', role)).toEqual(['/staff/pages/inbox/inbox']);
    expect(urls('whistle.escalated', 'whistle', role, 'gridChief')).toEqual([
      '/coordinator/pages/lights/lights?id=a1',
    ]);
  });

  test('没看过的在前，标明；看过的在后', () => {
    const rows = rowsOf(
      [item('n1'), item('n2'), item('n3', { unread: false }), item('n4', { unread: false })],
      [],
      now,
      t(),
    );
    expect(rows.map(({ head }) => head)).toEqual(['没看过', '', '看过', '']);
  });

  test('写明是什么事、哪个单位、哪一件', () => {
    const about = { number: 'JSJB-1', matterZh: '路灯不亮', unitZh: '住建局' };
    const [row] = rowsOf([item('n1', { about: 'task.missed', ...about })], ['coordinator'], now, t());
    expect(row?.lines[0]).toMatchObject({
      what: '路灯不亮 · 住建局',
      number: 'JSJB-1',
      when: '11月20日 10:00',
    });
    expect(row?.spoken).toBe('有任务超时，路灯不亮 · 住建局，JSJB-1，11月20日 10:00');
  });

  const missed = (id: string, part: Partial<InboxItem> = {}) =>
    item(id, { about: 'task.missed', id, ...part });

  test('同一天同一种的三件以上放在一起，先列三件，其余点开再看', () => {
    const items = [missed('n1'), item('n2'), missed('n3'), missed('n4'), missed('n5')];
    const folded = rowsOf(items, ['coordinator'], now, t());
    expect(
      folded.map(({ zh, count, rest, lines }) => [zh, count, rest, lines.map(({ _id }) => _id)]),
    ).toEqual([
      ['有任务超时', '4 件', '还有 1 件', ['n1', 'n3', 'n4']],
      ['您的诉求有答复了，请评价', '', '', ['n2']],
    ]);
    const [open] = rowsOf(items, ['coordinator'], now, t(), { open: ['n1'] });
    expect([open?.rest, open?.lines.length]).toEqual(['', 4]);
  });

  test('后面还有没取来的，说的是至少几件；不是那一天的不会再多', () => {
    const yesterday = { at: now - 86_400_000 };
    const counts = (...items: InboxItem[]) =>
      rowsOf(items, ['coordinator'], now, t(), { whole: false }).map(({ count, rest }) => [count, rest]);
    const today = [missed('n1'), missed('n2'), missed('n3'), missed('n4')];
    expect(counts(...today)).toEqual([['4+ 件', '还有 1+ 件']]);
    expect(counts(...today, item('n5', yesterday))[0]).toEqual(['4 件', '还有 1 件']);
  });

  test('两件的、不是一天的、一半看过的，不放在一起', () => {
    const yesterday = { at: now - 86_400_000 };
    const counts = (...items: InboxItem[]) => rowsOf(items, [], now, t()).map(({ count }) => count);
    expect(counts(missed('n1'), missed('n2'))).toEqual(['', '']);
    expect(counts(missed('n1'), missed('n2'), missed('n3', yesterday))).toEqual(['', '', '']);
    expect(counts(missed('n1'), missed('n2'), missed('n3', { unread: false }))).toEqual(['', '', '']);
  });

  test('看到最新的一条为止；都看过就不必再说', () => {
    expect(seenUpTo([item('n1', { at: now }), item('n2', { at: now - 5 })])).toBe(now);
    expect(seenUpTo([item('n1', { unread: false })])).toBe(0);
    expect(seenUpTo([])).toBe(0);
  });

  test('说清还能提醒几次', () => {
    expect(agreedOf([reminder], t())).toEqual([
      { purpose: 'progress', zh: '诉求进展提醒', left: '还能提醒 2 次' },
    ]);
  });

  test('打开就算看过', async () => {
    await open();
    expect(orders()).toEqual([['account', 'account-z', { type: 'read', upTo: now }]]);
  });

  test('没有网络：显示上次的，不算看过；从来没看过的，说网络不通', async () => {
    await open();
    phone.online = false;
    const page = await open();
    expect(page.data).toMatchObject({ phase: 'ready', note: expect.stringContaining('没有网络') });
    expect(orders()).toHaveLength(1);
    phone.storage.clear();
    expect((await open()).data).toMatchObject({
      phase: 'failed',
      failure: expect.stringContaining('网络不通'),
    });
  });
});

describe('用微信提醒我', () => {
  test('同意了，记一次；拒绝了，也记下来，不算次数', async () => {
    const page = await open();
    phone.agree = () => ({ T1: 'accept' });
    await page.remind();
    phone.agree = () => ({ T1: 'reject' });
    await page.remind();
    expect(orders().slice(1)).toEqual([
      ['account', 'account-z', { type: 'consent', answers: [{ purpose: 'progress', accepted: true }] }],
      ['account', 'account-z', { type: 'consent', answers: [{ purpose: 'progress', accepted: false }] }],
    ]);
    expect(phone.said).toEqual(['好，到时用微信提醒您', '没有打开提醒，消息还在这里']);
  });

  test('微信不问，就告诉在哪里打开', async () => {
    const page = await open();
    phone.agree = () => {
      throw new Error('requestSubscribeMessage:fail 20004');
    };
    await page.remind();
    expect(orders()).toHaveLength(1);
    expect(phone.said[0]).toContain('通知管理');
  });

  test('街道不发微信提醒的，没有这个按钮', async () => {
    inbox = { ...inbox, reminders: [] };
    expect((await open()).data.agreed).toEqual([]);
  });
});

test('核对内容：说清公开不公开各是什么意思', () => {
  const form = formOf({ process: 'appeal', id: 'a1', type: 'vet' }, { matters: [] }, copyOf('deskForms'));
  expect(form?.title).toBe('核对内容');
  if (!form) throw new Error('no form');
  expect(commandOf(form, { show: 'yes' })).toEqual({ type: 'vet', show: true });
  expect(commandOf(form, { show: 'no' })).toEqual({ type: 'vet', show: false });
});
