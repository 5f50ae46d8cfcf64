import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { expectVerdict, settleVerdict } from '../../cloudfunctions/wechat/media-checks.ts';
import { echoOf, mediaVerdict } from '../../cloudfunctions/wechat/push.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { appid, event, pushed, sealed, setting } from './pushing.ts';

const heard = ({ query, body }: ReturnType<typeof pushed>) => mediaVerdict(setting, query, body);
const trace = event.trace_id;

describe('推送是不是微信来的', () => {
  it('文档里的例子：签名对，原样回 echostr；错一个字就不回', () => {
    const query = {
      signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
      echostr: '4375120948345356249',
      timestamp: '1714036504',
      nonce: '1514711492',
    };
    expect(echoOf(setting, query)).toBe('4375120948345356249');
    for (const wrong of [
      { nonce: '1514711493' },
      { signature: '' },
      { signature: 'zz' },
      { timestamp: undefined },
    ])
      expect(echoOf(setting, { ...query, ...wrong })).toBeUndefined();
  });

  it('照文档封好的结论读得出来', () => {
    expect(heard(pushed(event))).toEqual({ trace, verdict: 'pass' });
  });

  it('伪造的一概不听', () => {
    const real = pushed(event);
    const other = pushed({ ...event, result: { suggest: 'risky' } });
    const forged = [
      { ...real, body: other.body },
      { ...real, query: { ...real.query, msg_signature: real.query.signature } },
      { ...real, query: { ...real.query, msg_signature: '' } },
      { ...real, query: { ...real.query, nonce: '1' } },
      { ...real, body: JSON.stringify(event) },
      { ...real, body: 'null' },
      { ...real, body: '<xml/>' },
      { ...real, body: '' },
      pushed(event, sealed(JSON.stringify(event), 'wxffffffffffffffff')),
      pushed(event, sealed(JSON.stringify(event), appid, 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba')),
      pushed(event, 'AAAA'),
      pushed(event, sealed(JSON.stringify(event)).slice(0, 64)),
      pushed({ ...event, appid: 'wxffffffffffffffff' }),
      pushed({ ...event, Event: 'subscribe_msg_popup_event' }),
      pushed({ ...event, trace_id: { $gt: '' } }),
      pushed({ ...event, trace_id: 'x'.repeat(65) }),
      pushed('not json'),
    ];
    expect(forged.map(heard)).toEqual(forged.map(() => undefined));
  });

  it.each([
    [{ result: { suggest: 'risky', label: '20002' } }, 'risky'],
    [{ result: { suggest: 'review', label: 20001 } }, 'review'],
    [{ result: undefined, isrisky: 1 }, 'risky'],
    [{ result: undefined, isrisky: 0 }, 'review'],
    [{ errcode: -1008 }, 'review'],
    [{ result: { suggest: 'unheard-of' } }, 'review'],
  ] as const)('结论 %j 记作 %s', (more, verdict) => {
    expect(heard(pushed({ ...event, ...more }))).toEqual({ trace, verdict });
  });
});

describe('照片的结论只记一次', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openSqlite({ file: ':memory:', collections });
    await expectVerdict(store, trace, { file: 'file-1', appeal: 'appeal-1', asked: 1 }, 1);
  });
  afterEach(() => store.close());
  const kept = async () => (await store.get('mediaCheck', trace))?.verdict;

  it('等着的变成有结论的，说出是哪一张', async () => {
    expect(await kept()).toBe('pending');
    expect(await settleVerdict(store, { trace, verdict: 'risky' })).toMatchObject({
      file: 'file-1',
      verdict: 'risky',
    });
    expect(await kept()).toBe('risky');
  });

  it('重来的、迟到的、改口的都不算', async () => {
    await settleVerdict(store, { trace, verdict: 'risky' });
    for (const verdict of ['risky', 'pass', 'review'] as const)
      expect(await settleVerdict(store, { trace, verdict })).toBeUndefined();
    await expectVerdict(store, trace, { file: 'file-2', appeal: 'appeal-1', asked: 1 }, 2);
    expect(await store.get('mediaCheck', trace)).toMatchObject({ file: 'file-1', verdict: 'risky' });
  });

  it('没有送检过的不记', async () => {
    expect(await settleVerdict(store, { trace: 'unknown', verdict: 'pass' })).toBeUndefined();
    expect(await store.count({ collection: 'mediaCheck', where: {} })).toBe(1);
  });

  it('同一个结论一百次同时到，只有一次算数', async () => {
    const all = Array.from({ length: 100 }, (_, n) =>
      settleVerdict(store, { trace, verdict: n % 2 === 0 ? 'pass' : 'risky' }),
    );
    const settled = (await Promise.all(all)).filter((each) => each !== undefined);
    expect(settled).toHaveLength(1);
    expect(settled[0]?.verdict).toBe(await kept());
  });
});
