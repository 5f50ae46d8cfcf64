import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { type Address, inFolder } from '../../local/host/address.ts';
import { type Enrolment, type Factors, openFactors, removeFactors } from '../../local/host/factors.ts';
import { rekey } from '../../local/host/rekey.ts';
import { type Seal, sealOf } from '../../local/host/seal.ts';
import { openStore } from '../../local/host/store.ts';
import { base32, codeAt, stepOf, uriOf } from '../../local/host/totp.ts';
import { openBrake, placeOf } from '../../local/host/tries.ts';
import { backUp, restore } from '../../local/move/backup.ts';
import { openSqlite } from '../../local/store/sqlite.ts';

const minute = 60_000;
let store: Store;
let now: number;
let factors: Factors;
let passphrase: string;
let secret: Buffer;

beforeEach(async () => {
  now = 1_800_000_000_000;
  store = await openSqlite({ file: ':memory:', collections });
  factors = openFactors(store, keys('a'), () => now);
  ({ passphrase, secret } = await enrolled('zhang'));
});
afterEach(() => store.close());

const keyOf = (name: string) => `${name}:${createHash('sha256').update(name).digest('base64')}`;
/** The first one seals. */
function keys(...names: readonly string[]): Seal {
  const seal = sealOf({ FACTOR_KEYS: names.map(keyOf).join(',') });
  if (!seal) throw new Error('no keys');
  return seal;
}

/** Invited, enrolled and confirmed two minutes ago. */
async function enrolled(person: string): Promise<Enrolment> {
  const invitation = await factors.invite(person);
  const begun = await factors.begin(person, invitation);
  if (!begun) throw new Error('not invited');
  expect(await factors.confirm(person, invitation, codeAt(begun.secret, stepNow()))).toBe(true);
  now += 2 * minute;
  return begun;
}

const stepNow = () => Math.floor(now / 30_000);
async function proves(person: string, passphrase: string, code: string, browser?: string): Promise<boolean> {
  return (await factors.proves(person, { passphrase, code, browser })) !== undefined;
}

const code = (apart = 0) => codeAt(secret, stepNow() + apart);
const shownCode = async () => (await factors.showCode('zhang'))?.code ?? '';
const wrong = () => (code() === '000000' ? '111111' : '000000');
const fail = async (times: number) => {
  for (let n = 0; n < times; n += 1) expect(await proves('zhang', passphrase, wrong())).toBe(false);
};

describe('验证器的码', () => {
  const rfc = Buffer.from('12345678901234567890');

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('RFC 6238 附录 B：%d 秒是 %s', (seconds, expected) => {
    expect(codeAt(rfc, Math.floor(seconds / 30))).toBe(expected);
    expect(stepOf(rfc, expected, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it('RFC 4648 的例子', () => {
    const of = (text: string) => base32(Buffer.from(text));
    expect(['f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(of)).toEqual([
      'MY',
      'MZXQ',
      'MZXW6',
      'MZXW6YQ',
      'MZXW6YTB',
      'MZXW6YTBOI',
    ]);
  });

  it('验证器扫得出来', () => {
    expect(uriOf(rfc, '张工', '莲花街道')).toBe(
      `otpauth://totp/${encodeURIComponent('莲花街道:张工')}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent('莲花街道')}`,
    );
  });
});

describe('两样都对才进得来', () => {
  it('口令和验证器的码；只有一样不行；别人的不行；没有登记过的不行', async () => {
    expect(await proves('zhang', 'wrong', code())).toBe(false);
    expect(await proves('zhang', passphrase, '')).toBe(false);
    expect(await proves('lisi', passphrase, code())).toBe(false);
    const other = await enrolled('mima');
    expect(await proves('zhang', other.passphrase, code())).toBe(false);
    expect(await proves('zhang', passphrase, code())).toBe(true);
  });

  it('早半分钟、晚半分钟的码也行，再远不行；用过的码不再能用', async () => {
    expect(await proves('zhang', passphrase, code(-2))).toBe(false);
    expect(await proves('zhang', passphrase, code(2))).toBe(false);
    expect(await proves('zhang', passphrase, code(-1))).toBe(true);
    expect(await proves('zhang', passphrase, code(-1))).toBe(false);
    expect(await proves('zhang', passphrase, code(1))).toBe(true);
    expect(await proves('zhang', passphrase, code())).toBe(false);
  });

  it('微信里显示的码两分钟内用一次；新的出来，旧的作废', async () => {
    const first = await shownCode();
    const shown = await shownCode();
    expect(shown).toMatch(/^\d{8}$/);
    if (first !== shown) expect(await proves('zhang', passphrase, first)).toBe(false);
    expect(await proves('zhang', passphrase, shown)).toBe(true);
    expect(await proves('zhang', passphrase, shown)).toBe(false);
    const late = await shownCode();
    now += 2 * minute;
    expect(await proves('zhang', passphrase, late)).toBe(false);
  });

  it('没有登记过、只拿了登记码的，没有码可看', async () => {
    expect(await factors.showCode('lisi')).toBeUndefined();
    await factors.invite('lisi');
    expect(await factors.showCode('lisi')).toBeUndefined();
  });

  it('同一个码四次同时来，只有一次算数', async () => {
    const all = Array.from({ length: 4 }, () => proves('zhang', passphrase, code()));
    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1);
  });

  it('重新登记，以前的全作废；取消登记，谁也进不来', async () => {
    const before = { passphrase, secret };
    ({ passphrase, secret } = await enrolled('zhang'));
    expect(await proves('zhang', before.passphrase, codeAt(before.secret, stepNow()))).toBe(false);
    expect(await proves('zhang', passphrase, code())).toBe(true);
    await removeFactors(store, 'zhang');
    expect(await proves('zhang', passphrase, code(1))).toBe(false);
  });

  it('登记码用一次，一天为止；没有用验证器的码确认，原来的照样有效', async () => {
    const invitation = await factors.invite('zhang');
    expect(await factors.begin('zhang', 'aaaa-aaaa-aaaa-aaaa')).toBeUndefined();
    expect(await factors.begin('lisi', invitation)).toBeUndefined();
    const begun = await factors.begin('zhang', invitation);
    if (!begun) throw new Error('not invited');
    expect(await factors.confirm('zhang', invitation, code())).toBe(false);
    expect(await proves('zhang', passphrase, code())).toBe(true);
    expect(await factors.confirm('zhang', invitation, codeAt(begun.secret, stepNow()))).toBe(true);
    expect(await factors.begin('zhang', invitation)).toBeUndefined();
    const late = await factors.invite('zhang');
    now += 24 * 60 * minute;
    expect(await factors.begin('zhang', late)).toBeUndefined();
  });
});

describe('库里的密钥', () => {
  it('没有口令的原文，没有验证器密钥的原文', async () => {
    const kept = JSON.stringify(await store.get('factor', 'zhang'));
    for (const form of ['hex', 'base64', 'base64url'] as const)
      expect(kept).not.toContain(secret.toString(form));
    expect(kept).not.toContain(passphrase);
    expect(kept).not.toContain(base32(secret));
  });

  it('搬到别人名下的打不开', async () => {
    const doc = await store.get('factor', 'zhang');
    await store.transact((tx) => tx.put('factor', { ...doc, _id: 'lisi' }));
    await expect(proves('lisi', passphrase, code())).rejects.toThrow();
  });

  it('换了钥匙：旧的还在后面就读得出，启动时换成新的，以后旧的可以拿掉', async () => {
    await rekey(store, keys('b', 'a'), now);
    factors = openFactors(store, keys('b'), () => now);
    expect(await proves('zhang', passphrase, code())).toBe(true);
  });

  it('有人登记了，却没有钥匙、少了那一把，不能启动；没有人登记的可以', async () => {
    await expect(rekey(store, undefined, now)).rejects.toThrow('FACTOR_KEYS');
    await expect(rekey(store, keys('b'), now)).rejects.toThrow('“a”');
    await removeFactors(store, 'zhang');
    await rekey(store, undefined, now);
  });

  it('备份里也没有原文；恢复以后，有钥匙的照样能登录', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'factors-'));
    const [from, to] = ['here', 'there'].map((name) => inFolder(join(folder, name)));
    const here = await openStore(from as Address);
    const doc = await store.get('factor', 'zhang');
    if (doc) await here.store.transact((tx) => tx.put('factor', doc));
    await here.close();
    await backUp(from as Address, join(folder, 'here'), join(folder, 'backup'));
    const lines = await readFile(join(folder, 'backup', 'factor.json'), 'utf8');
    expect(lines).toContain('a:');
    expect(lines).not.toContain(secret.toString('hex'));
    await restore(join(folder, 'backup'), to as Address, join(folder, 'there'));
    const there = await openStore(to as Address);
    factors = openFactors(there.store, keys('a'), () => now);
    expect(await proves('zhang', passphrase, code())).toBe(true);
    await there.close();
    await rm(folder, { recursive: true });
  });

  it('写得不对的钥匙不认，也不说出来', () => {
    for (const wrong of ['x', 'a:short', `a:${'A'.repeat(44)}`, `${keyOf('a')},`, `:${'A'.repeat(43)}=`]) {
      const read = () => sealOf({ FACTOR_KEYS: wrong });
      expect(read).toThrow('FACTOR_KEYS 的写法不对');
      expect(read).not.toThrow(wrong);
    }
    expect(sealOf({})).toBeUndefined();
  });
});

describe('别人试错了', () => {
  const lockOut = async () => {
    await fail(5);
    for (let n = 0; n < 8; n += 1) {
      now += 24 * 60 * minute;
      await fail(1);
    }
    expect(await proves('zhang', passphrase, code())).toBe(false);
  };

  it('登录过的浏览器不受影响；它自己试错的，它自己等', async () => {
    const browser = await factors.proves('zhang', { passphrase, code: code() });
    await lockOut();
    expect(await proves('zhang', passphrase, code(), browser)).toBe(true);
    for (let n = 0; n < 5; n += 1) expect(await proves('zhang', passphrase, wrong(), browser)).toBe(false);
    now += minute;
    expect(await proves('zhang', passphrase, code(), browser)).toBe(false);
    expect(await proves('zhang', passphrase, code(), 'some-other-browser')).toBe(false);
  });

  it('自己微信里显示的码随时能用，只差口令也不行', async () => {
    await lockOut();
    const shown = await shownCode();
    expect(await proves('zhang', 'wrong', shown)).toBe(false);
    expect(await proves('zhang', passphrase, shown)).toBe(true);
  });

  it('别人的浏览器认不得；最多认十个，最早的不认了', async () => {
    const first = await factors.proves('zhang', { passphrase, code: code() });
    for (let n = 0; n < 10; n += 1) {
      now += minute;
      expect(await proves('zhang', passphrase, code())).toBe(true);
    }
    expect(await factors.knows('zhang', first)).toBe(false);
    expect(await factors.knows('lisi', first)).toBe(false);
  });
});

describe('一个地方试得太多', () => {
  it('错二十次等一分钟，再错多等一倍，最多一刻钟；对了从头数起；别的地方不受影响', () => {
    const brake = openBrake(() => now);
    const taken = (times: number, place = '10.0.0.1') =>
      Array.from({ length: times }, () => brake.take(place)).filter(Boolean).length;
    expect([taken(25), taken(1, '10.0.0.2')]).toEqual([20, 1]);
    now += minute;
    expect(taken(2)).toBe(1);
    now += minute;
    expect(taken(1)).toBe(0);
    now += minute;
    brake.release('10.0.0.1');
    expect(taken(25)).toBe(20);
    for (let n = 0; n < 9; n += 1) {
      now += 15 * minute;
      expect(taken(2)).toBe(1);
    }
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s 来自 %s', (address, place) => {
    expect(placeOf(address)).toBe(place);
  });
});

describe('试错了', () => {
  it('连错五次，一刻钟之内对的也不行；以后每错一次，多等一倍', async () => {
    await fail(5);
    expect(await proves('zhang', passphrase, code())).toBe(false);
    now += 15 * minute - 1;
    expect(await proves('zhang', passphrase, code())).toBe(false);
    now += 1;
    await fail(1);
    now += 29 * minute;
    expect(await proves('zhang', passphrase, code())).toBe(false);
    now += minute;
    expect(await proves('zhang', passphrase, code())).toBe(true);
  });

  it('错四次再对，从头数起', async () => {
    await fail(4);
    expect(await proves('zhang', passphrase, code())).toBe(true);
    await fail(4);
    now += minute;
    expect(await proves('zhang', passphrase, code())).toBe(true);
  });

  it('最多锁一天', async () => {
    await fail(5);
    for (let n = 0; n < 12; n += 1) {
      now += 24 * 60 * minute;
      await fail(1);
    }
    now += 24 * 60 * minute;
    expect(await proves('zhang', passphrase, code())).toBe(true);
  });

  it('二十次同时猜，也只算五次', async () => {
    const guesses = Array.from({ length: 20 }, (_, n) =>
      proves('zhang', passphrase, String(n).padStart(6, '9')),
    );
    await Promise.all(guesses);
    expect(await store.get('factor', 'zhang')).toMatchObject({ strangers: { failures: 5 } });
    expect(await proves('zhang', passphrase, code())).toBe(false);
  });
});
