import type { Answer } from '../../domain/contract.ts';
import type { Draft } from '../../miniprogram/lib/drafts.ts';
import { fine, openPage, pickUpPhone, refused } from '../support/phone.ts';

interface SubmitPage {
  readonly data: {
    readonly state: string;
    readonly errors: Record<string, string>;
    readonly draft: Draft;
    readonly matter: { readonly id: string } | null;
    readonly number: string;
    readonly near: readonly { readonly zh: string }[];
  };
  write(event: object): void;
  choose(event: object): void;
  save(): void;
  notThis(): void;
  onUnload(): void;
  submit(): Promise<void>;
  follow(event: object): Promise<void>;
  home(): void;
}

const matters = [
  { id: 'm-lamp', zh: '路灯不亮', group: 'g', lead: 'u', assists: [], tier: 'T3', words: ['路灯', '不亮'] },
  { id: 'm-water', zh: '停水', group: 'g', lead: 'u', assists: [], tier: 'T2', words: ['停水', '没水'] },
];

const nearby = [
  {
    ...{
      id: 'appeal-1',
      matter: { id: 'm-lamp', zh: '路灯不亮' },
      grid: { id: 'grid-garden', zh: '花园网格' },
    },
    ...{ people: 12, mine: false, status: 'inProgress', since: 0 },
  },
];

function answers(call: Readonly<Record<string, unknown>>) {
  if (call.query === 'office') return { ...fine, value: { zh: '街道', matters } };
  if (call.query === 'nearby') return { ...fine, value: { items: nearby } };
  if (call.query === 'appeal') return { ...fine, value: { view: { number: 'LS20261120-000001' } } };
  return fine;
}

function phoneWithOffice() {
  jest.resetModules();
  const phone = pickUpPhone();
  phone.door = answers;
  return phone;
}

async function open(query: object = {}): Promise<SubmitPage> {
  jest.resetModules();
  const page = await openPage<SubmitPage>(() => import('../../miniprogram/pages/submit/submit.ts'), query);
  await jest.advanceTimersByTimeAsync(0);
  return page;
}

function type(page: SubmitPage, field: string, value: string): void {
  page.write({ detail: { value }, currentTarget: { dataset: { field } } });
}

const me = { name: '卓玛', phone: '13900000101', roles: ['resident'] };
const introduced: Answer = { ok: true, now: 0, value: me, links: {} };
const text = '我们院里的路灯不亮已经三天了';
const orders = (sent: readonly object[]) => sent.filter((call) => 'command' in call);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('连点五下提交，只有一件诉求，最后看到编号', async () => {
  const phone = phoneWithOffice();
  const page = await open();
  type(page, 'text', text);
  await Promise.all([1, 2, 3, 4, 5].map(() => page.submit()));
  expect(orders(phone.sent)).toHaveLength(1);
  expect(page.data.state).toBe('sent');
  expect(page.data.number).toBe('LS20261120-000001');
});

test('没有网络时连点两下，第二下落在刚出现的“回首页”上，不离开；看清了再点才走', async () => {
  const phone = phoneWithOffice();
  const page = await open();
  const gone: string[] = [];
  Object.assign(wx, { switchTab: ({ url }: { url: string }) => gone.push(url) });
  type(page, 'text', text);
  phone.online = false;
  await page.submit();
  expect(page.data.state).toBe('waiting');
  page.home();
  expect(gone).toEqual([]);
  await jest.advanceTimersByTimeAsync(1_000);
  page.home();
  expect(gone).toEqual(['/pages/home/home']);
});

test('写到一半就看到附近已有多少人反映，不挡提交', async () => {
  const phone = phoneWithOffice();
  const page = await open();
  type(page, 'text', text);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(page.data.near.map(({ zh }) => zh)).toEqual(['花园网格已有 12 人反映「路灯不亮」，办理中']);
  type(page, 'text', `${text}。`);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(phone.sent.filter(({ query }) => query === 'nearby')).toHaveLength(1);
  await page.submit();
  expect(page.data.state).toBe('sent');
});

describe('一起关注', () => {
  const press = { currentTarget: { dataset: { place: 0 } } };
  const follow = { type: 'follow', into: 'appeal-1', matter: 'm-lamp', grid: 'grid-garden' };
  async function written(phone: ReturnType<typeof phoneWithOffice>) {
    const page = await open();
    type(page, 'text', text);
    type(page, 'name', '达瓦');
    await jest.advanceTimersByTimeAsync(1_000);
    phone.confirms = true;
    return page;
  }

  test('点一下、确定：只发关注，写的话一个字不发；点两下也只有一次', async () => {
    const phone = phoneWithOffice();
    const page = await written(phone);
    await Promise.all([page.follow(press), page.follow(press)]);
    await jest.advanceTimersByTimeAsync(0);
    expect(page.data.state).toBe('sent');
    expect(page.data.number).toBe('LS20261120-000001');
    const [order, ...others] = orders(phone.sent) as { command: object }[];
    expect(others).toEqual([]);
    expect(order?.command).toEqual({ ...follow, identity: 'open', contact: { name: '达瓦' } });
  });

  test('没有确定，什么也不发，写的还在', async () => {
    const phone = phoneWithOffice();
    const page = await written(phone);
    phone.confirms = false;
    await page.follow(press);
    expect(orders(phone.sent)).toEqual([]);
    expect(page.data.state).toBe('writing');
  });

  test('没有网络：先存着，有网络自己发，只发一次', async () => {
    const phone = phoneWithOffice();
    const page = await written(phone);
    phone.online = false;
    await page.follow(press);
    expect(page.data.state).toBe('waiting');
    phone.online = true;
    await jest.advanceTimersByTimeAsync(2_000);
    expect(page.data.state).toBe('sent');
    expect(orders(phone.sent)).toHaveLength(1);
  });

  test('街道说不能关注：写的都还在，可以照常提交', async () => {
    const phone = phoneWithOffice();
    const page = await written(phone);
    phone.door = (call) => ('command' in call ? refused('您已经反映或关注过这件事了') : answers(call));
    await page.follow(press);
    expect(page.data).toMatchObject({ state: 'writing', errors: { all: '您已经反映或关注过这件事了' } });
    phone.door = answers;
    await page.submit();
    expect(orders(phone.sent).at(-1)).toMatchObject({ command: { type: 'submit', text } });
  });
});

test('没有网络时不说附近，也不报错', async () => {
  const phone = phoneWithOffice();
  const page = await open();
  phone.online = false;
  type(page, 'text', text);
  await jest.advanceTimersByTimeAsync(1_000);
  expect(page.data.near).toEqual([]);
});

test('没有网络：先存在手机里，有网络自动变成已提交', async () => {
  const phone = phoneWithOffice();
  const page = await open();
  type(page, 'text', text);
  phone.online = false;
  await page.submit();
  expect(page.data.state).toBe('waiting');
  phone.online = true;
  await jest.advanceTimersByTimeAsync(2_000);
  expect(page.data.state).toBe('sent');
  expect(page.data.number).toBe('LS20261120-000001');
});

test('扫码直接进来，这部手机还不认识他：姓名电话由街道记着的补上', async () => {
  const phone = phoneWithOffice();
  phone.door = (call) => (call.query === 'me' ? introduced : answers(call));
  const page = await open();
  expect(page.data.draft).toMatchObject({ name: '卓玛', phone: '13900000101' });
});

test('街道的回话来得慢：这时自己写好的电话不动', async () => {
  const phone = phoneWithOffice();
  let tell = () => {};
  const slowly = new Promise<Answer>((resolve) => {
    tell = () => resolve(introduced);
  });
  phone.door = (call) => (call.query === 'me' ? slowly : answers(call));
  const page = await open();
  type(page, 'phone', '13900000999');
  tell();
  await jest.advanceTimersByTimeAsync(0);
  expect(page.data.draft).toMatchObject({ name: '卓玛', phone: '13900000999' });
});

test('写了一半离开，回来还在', async () => {
  phoneWithOffice();
  const page = await open();
  type(page, 'text', '写了一半的诉求');
  await jest.advanceTimersByTimeAsync(500);
  const again = await open();
  expect(again.data.draft.text).toBe('写了一半的诉求');
});

test('写完马上关掉也不丢', async () => {
  phoneWithOffice();
  const page = await open();
  type(page, 'text', '写完马上关掉');
  page.onUnload();
  expect((await open()).data.draft.text).toBe('写完马上关掉');
});

test('写了又删光，不会变回来', async () => {
  phoneWithOffice();
  const page = await open();
  type(page, 'text', '先写几个字');
  page.save();
  type(page, 'text', '');
  page.onUnload();
  expect((await open()).data.draft.text).toBe('');
});

test('说错的地方改好了，那句话就消失', async () => {
  phoneWithOffice();
  const page = await open();
  type(page, 'text', '路灯');
  await page.submit();
  type(page, 'text', text);
  page.save();
  expect(page.data.errors).toEqual({});
});

test('什么都没写，不留草稿', async () => {
  const phone = phoneWithOffice();
  (await open()).onUnload();
  expect(phone.storage.has('drafts')).toBe(false);
});

test('不合格的不发，每一处说明白', async () => {
  const phone = phoneWithOffice();
  const page = await open();
  type(page, 'text', '路灯');
  type(page, 'phone', '123');
  await page.submit();
  expect(page.data.errors).toEqual({
    text: '诉求内容至少 5 字，也可以用说的',
    contact_phone: '电话应为手机号或带区号的座机号',
  });
  expect(orders(phone.sent)).toEqual([]);
  expect(page.data.state).toBe('writing');
});

test('街道没收下：回到可改的草稿，那句话在它的位置上', async () => {
  const phone = phoneWithOffice();
  phone.door = (call) => ('command' in call ? refused('地址看不懂', 'place.address') : answers(call));
  const page = await open();
  type(page, 'text', text);
  await page.submit();
  expect(page.data.state).toBe('writing');
  expect(page.data.errors).toEqual({ place_address: '地址看不懂' });
  expect(page.data.draft.text).toBe(text);
});

test('边写边猜事项，说“不是这个”就不再提', async () => {
  phoneWithOffice();
  const page = await open();
  type(page, 'text', text);
  page.save();
  expect(page.data.matter?.id).toBe('m-lamp');
  page.notThis();
  expect(page.data.matter).toBeNull();
  type(page, 'text', `${text}，路灯还是坏的`);
  page.save();
  expect(page.data.matter).toBeNull();
});
