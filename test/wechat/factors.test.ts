import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { type Factors, openFactors } from '../../local/host/factors.ts';
import { base32, codeAt, stepOf, uriOf } from '../../local/host/totp.ts';
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
  factors = openFactors(store, () => now);
  ({ passphrase, secret } = await factors.enrol('zhang'));
});
afterEach(() => store.close());

const code = (apart = 0) => codeAt(secret, Math.floor(now / 30_000) + apart);
const wrong = () => (code() === '000000' ? '111111' : '000000');
const fail = async (times: number) => {
  for (let n = 0; n < times; n += 1) expect(await factors.proves('zhang', passphrase, wrong())).toBe(false);
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
    expect(await factors.proves('zhang', 'wrong', code())).toBe(false);
    expect(await factors.proves('zhang', passphrase, '')).toBe(false);
    expect(await factors.proves('lisi', passphrase, code())).toBe(false);
    const other = await factors.enrol('mima');
    expect(await factors.proves('zhang', other.passphrase, code())).toBe(false);
    expect(await factors.proves('zhang', passphrase, code())).toBe(true);
  });

  it('早半分钟、晚半分钟的码也行，再远不行；用过的码不再能用', async () => {
    expect(await factors.proves('zhang', passphrase, code(-2))).toBe(false);
    expect(await factors.proves('zhang', passphrase, code(2))).toBe(false);
    expect(await factors.proves('zhang', passphrase, code(-1))).toBe(true);
    expect(await factors.proves('zhang', passphrase, code(-1))).toBe(false);
    expect(await factors.proves('zhang', passphrase, code(1))).toBe(true);
    expect(await factors.proves('zhang', passphrase, code())).toBe(false);
  });

  it('微信里显示的码两分钟内用一次；新的出来，旧的作废', async () => {
    const first = await factors.showCode('zhang');
    const { code: shown } = await factors.showCode('zhang');
    expect(shown).toMatch(/^\d{8}$/);
    if (first.code !== shown) expect(await factors.proves('zhang', passphrase, first.code)).toBe(false);
    expect(await factors.proves('zhang', passphrase, shown)).toBe(true);
    expect(await factors.proves('zhang', passphrase, shown)).toBe(false);
    const late = await factors.showCode('zhang');
    now += 2 * minute;
    expect(await factors.proves('zhang', passphrase, late.code)).toBe(false);
  });

  it('同一个码四次同时来，只有一次算数', async () => {
    const all = Array.from({ length: 4 }, () => factors.proves('zhang', passphrase, code()));
    expect((await Promise.all(all)).filter(Boolean)).toHaveLength(1);
  });

  it('重新登记，以前的全作废；取消登记，谁也进不来', async () => {
    const before = { passphrase, code: code() };
    ({ passphrase, secret } = await factors.enrol('zhang'));
    expect(await factors.proves('zhang', before.passphrase, before.code)).toBe(false);
    expect(await factors.proves('zhang', passphrase, code())).toBe(true);
    await factors.remove('zhang');
    expect(await factors.proves('zhang', passphrase, code(1))).toBe(false);
  });

  it('库里没有口令的原文', async () => {
    expect(JSON.stringify(await store.get('factor', 'zhang'))).not.toContain(passphrase);
  });
});

describe('试错了', () => {
  it('连错五次，一刻钟之内对的也不行；以后每错一次，多等一倍', async () => {
    await fail(5);
    expect(await factors.proves('zhang', passphrase, code())).toBe(false);
    now += 15 * minute - 1;
    expect(await factors.proves('zhang', passphrase, code())).toBe(false);
    now += 1;
    await fail(1);
    now += 29 * minute;
    expect(await factors.proves('zhang', passphrase, code())).toBe(false);
    now += minute;
    expect(await factors.proves('zhang', passphrase, code())).toBe(true);
  });

  it('错四次再对，从头数起', async () => {
    await fail(4);
    expect(await factors.proves('zhang', passphrase, code())).toBe(true);
    await fail(4);
    now += minute;
    expect(await factors.proves('zhang', passphrase, code())).toBe(true);
  });

  it('最多锁一天', async () => {
    await fail(5);
    for (let n = 0; n < 12; n += 1) {
      now += 24 * 60 * minute;
      await fail(1);
    }
    now += 24 * 60 * minute;
    expect(await factors.proves('zhang', passphrase, code())).toBe(true);
  });

  it('二十次同时猜，也只算五次', async () => {
    const guesses = Array.from({ length: 20 }, (_, n) =>
      factors.proves('zhang', passphrase, String(n).padStart(6, '9')),
    );
    await Promise.all(guesses);
    expect(await store.get('factor', 'zhang')).toMatchObject({ failures: 5 });
    expect(await factors.proves('zhang', passphrase, code())).toBe(false);
  });
});
