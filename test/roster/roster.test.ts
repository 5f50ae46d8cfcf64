import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections.ts';
import { actorOf, bindPhone } from '../../cloudfunctions/people.ts';
import { main } from '../../local/cli/roster.ts';
import { demoOffice } from '../../local/office/office.ts';
import { peopleOf } from '../../local/roster/people.ts';
import { rowsOf } from '../../local/roster/table.ts';
import { openSqlite } from '../../local/store/sqlite.ts';

let folder: string;
let out: string;
let writes: readonly jest.SpyInstance[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onewhistle-roster-'));
  out = '';
  const keep = (text: string | Uint8Array) => {
    out += String(text);
    return true;
  };
  writes = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation(keep),
  );
  await writeFile(join(folder, 'office.json'), JSON.stringify(demoOffice));
});
afterEach(async () => {
  for (const write of writes) write.mockRestore();
  await rm(folder, { recursive: true });
});

async function run(...args: readonly string[]): Promise<number> {
  out = '';
  return main([...args, '--data', folder]);
}

async function list(text: string, name = 'roster.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

/** With the store of this folder open, and no host on it. */
async function within<T>(work: (store: Awaited<ReturnType<typeof openSqlite>>) => Promise<T>): Promise<T> {
  const store = await openSqlite({ file: join(folder, 'onewhistle.sqlite'), collections });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const people = () => within((store) => store.find({ collection: 'person', where: {}, limit: 100 }));
const proves = (openid: string, phone: string) =>
  within((store) => bindPhone({ store } as never, openid, phone));

const head = '姓名,职务,角色,单位,网格,手机';
const csv = `\uFEFF${head}\r\n张工,住建局 经办人,经办人,${demoOffice.units[5]?.zh},,13900001001\r\n"李, 主任",主任,"专班、街道领导",,,13900001002\r\n`;

const putIn = async () => {
  expect(await run('--office', join(folder, 'office.json'))).toBe(0);
  expect(await run('--file', await list(csv))).toBe(0);
};

describe('CSV', () => {
  it('引号里可以有逗号、引号和换行；空行不算', () => {
    expect(rowsOf('a,b\n"1,""x""\n2",3\n\n,\n')).toEqual([{ a: '1,"x"\n2', b: '3' }]);
    expect(rowsOf('a,b\r\n1\r\n')).toEqual([{ a: '1', b: '' }]);
    expect(() => rowsOf('a\n"x')).toThrow('名册的引号不成对');
  });
});

describe('名册', () => {
  it('放进去，说清多少人还没有验证手机号', async () => {
    await putIn();
    expect(out).toContain('新增 2 人，修改 0 人，去掉 0 人；还没有验证手机号的 2 人。');
    expect(await people()).toEqual([
      {
        _id: 'phone-13900001001',
        id: 'phone-13900001001',
        name: '张工',
        title: '住建局 经办人',
        roles: ['handler'],
        unit: demoOffice.units[5]?.id,
        phone: '13900001001',
        acting: true,
      },
      expect.objectContaining({ name: '李, 主任', roles: ['coordinator', 'streetLeader'] }),
    ]);
  });

  it('用微信验证了手机号，就是名册上的那个人；别人验证别的号，什么也不是', async () => {
    await putIn();
    await proves('openid-zhang', '13900001001');
    await proves('openid-dawa', '13900009999');
    const roles = (openid: string) =>
      within(async (store) => (await actorOf({ store } as never, openid)).roles);
    expect(await roles('openid-zhang')).toEqual(['resident', 'handler', 'unitLeader']);
    expect(await roles('openid-dawa')).toEqual(['resident']);
    await proves('openid-other', '13900001001');
    expect(await roles('openid-other')).toEqual(['resident']);
  });

  it('再放一次：绑定过的还绑着，只改了内容；名册以外的要说了才去掉', async () => {
    await putIn();
    await proves('openid-zhang', '13900001001');
    const one = `${head}\n张工,新职务,负责人,${demoOffice.units[5]?.id},,13900001001\n`;
    await run('--file', await list(one));
    expect(out).toContain('新增 0 人，修改 1 人，去掉 0 人；还没有验证手机号的 0 人。');
    expect((await people()).map(({ _id, title }) => [_id, title])).toEqual([
      ['openid-zhang', '新职务'],
      ['phone-13900001002', '主任'],
    ]);
    await run('--file', await list(one), '--replace', 'yes');
    expect((await people()).map(({ _id }) => _id)).toEqual(['openid-zhang']);
  });

  it('没有负责人的单位，说清由谁代；来了负责人就不代，走了又代', async () => {
    const zh = demoOffice.units[5]?.zh;
    const said = `没有负责人的单位，由社区干事、经办人代负责：${zh}。`;
    const head1 = `${head}\n王局,局长,负责人,${zh},,13900001003\n`;
    const acting = async () => (await people()).filter((doc) => doc.acting).map(({ name }) => name);
    await putIn();
    expect([out.includes(said), await acting()]).toEqual([true, ['张工']]);
    await run('--file', await list(head1));
    expect([out.includes(said), await acting()]).toEqual([false, []]);
    await run('--file', await list(csv), '--replace', 'yes');
    expect([out.includes(said), await acting()]).toEqual([true, ['张工']]);
  });

  it('换了微信：解开，让他再验证', async () => {
    await putIn();
    await proves('openid-zhang', '13900001001');
    expect(await run('--unbind', '13900001001')).toBe(0);
    await proves('openid-new', '13900001001');
    expect((await people()).map(({ _id }) => _id)).toContain('openid-new');
    expect(await run('--unbind', '13900009999')).toBe(1);
  });

  it('写错的一处一句，一个人也不放进去', async () => {
    await run('--office', join(folder, 'office.json'));
    const wrong = `${head}\n,,市长,火星局,月球,12\n张工,,经办人,,,13900001001\n王工,,系统,,,13900001001\n`;
    expect(await run('--file', await list(wrong))).toBe(1);
    for (const sentence of [
      '第 1 人：没有“市长”这个角色',
      '第 1 人：没有“火星局”这个单位',
      '第 1 人：没有“月球”这个网格',
      '第 1 人：没有写姓名',
      '第 1 人：手机号不对',
      '第 3 人：没有“系统”这个角色',
      '第 3 人：手机号写了两次',
    ])
      expect(out).toContain(sentence);
    expect(await people()).toEqual([]);
  });

  it('JSON 也行；没有街道、没有文件、什么也没说，各有一句话', async () => {
    expect(await run('--file', await list(csv))).toBe(1);
    expect(out).toContain('库里还没有街道');
    await run('--office', join(folder, 'office.json'));
    const rows = [{ name: '张工', roles: ['handler'], phone: '13900001001', id: 'openid-zhang' }];
    expect(await run('--file', await list(JSON.stringify(rows), 'roster.json'))).toBe(0);
    expect((await people()).map(({ _id }) => _id)).toEqual(['openid-zhang']);
    expect([await run('--file', join(folder, 'none.csv')), await run()]).toEqual([1, 1]);
    expect(out).toContain('缺少 --file');
  });

  it('列名中英文都认', () => {
    const row = { name: '张工', 角色: 'handler', phone: '13900001001' };
    expect(peopleOf([row], demoOffice)).toEqual([
      { name: '张工', title: '', roles: ['handler'], phone: '13900001001' },
    ]);
  });
});

describe('浏览器登录', () => {
  const { FACTOR_KEYS: before } = process.env;
  afterEach(() => {
    if (before === undefined) delete process.env.FACTOR_KEYS;
    else process.env.FACTOR_KEYS = before;
  });

  it('验证过手机号的才能登记；登记码只显示一次，库里没有原文；取消就没有了', async () => {
    await putIn();
    expect(await run('--enrol', '13900001001')).toBe(1);
    expect(out).toContain('FACTOR_KEYS');
    process.env.FACTOR_KEYS = `a:${Buffer.alloc(32, 7).toString('base64')}`;
    expect(await run('--enrol', '13900001001')).toBe(1);
    expect(out).toContain('请他先验证');
    await proves('openid-zhang', '13900001001');
    expect(await run('--enrol', '13900001001')).toBe(0);
    const [, invitation = ''] = /张工 的登记码：([a-z0-9]{4}(?:-[a-z0-9]{4}){3})\n/.exec(out) ?? [];
    expect(invitation).not.toBe('');
    const kept = await within((store) => store.find({ collection: 'factor', where: {}, limit: 2 }));
    expect(JSON.stringify(kept)).not.toContain(invitation);
    expect(await within((store) => store.count({ collection: 'factor', where: {} }))).toBe(1);
    delete process.env.FACTOR_KEYS;
    expect(await run('--remove', '13900001001')).toBe(0);
    expect(await within((store) => store.count({ collection: 'factor', where: {} }))).toBe(0);
  });
});
