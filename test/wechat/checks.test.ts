import { settle } from '../../cloudfunctions/checks/verdicts.ts';
import { commit } from '../../cloudfunctions/commit.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import { openWeChat } from '../../cloudfunctions/wechat/https.ts';
import type { MediaCheck } from '../../cloudfunctions/wechat/media-checks.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { View } from '../../domain/appeal/view.ts';
import * as told from '../functions/told.ts';
import { Desk } from '../support/desk.ts';
import {
  coordinator,
  gridWorker,
  housing,
  leader,
  office,
  resident,
  system,
  water,
} from '../support/office.ts';
import { ApiServer, appid, secret } from './api-server.ts';

const minute = 60_000;
const textPath = '/wxa/msg_sec_check';
const mediaPath = '/wxa/media_check_async';
let api: ApiServer;
let desk: Desk;

beforeEach(async () => {
  api = new ApiServer();
  const weChat = openWeChat({ appid, secret, base: await api.open(), patience: 1000, now: () => api.now });
  const checking = { ...office, rules: { ...office.rules, checks: true } };
  desk = await Desk.open((store) => store, { office: async () => checking, weChat });
});
afterEach(async () => {
  await desk.store.close();
  await api.close();
});

const appeal = () => desk.state<Appeal>('appeal', told.appealId);
const asks = () => desk.all<MediaCheck>('mediaCheck');
/** What the grid reads, who has no part in it. */
const inGrid = async () => (await seen(gridWorker)).text;
const [text, withheld] = [told.asked[3].text, '内容还没有通过检查，暂时看不到。'];
const plain = [told.asked[0], told.asked[1], told.asked[2], { ...told.asked[3], photos: [] }] as const;

async function seen(actor: typeof resident): Promise<View> {
  const answer = await desk.ask(actor, 'appeal', { id: told.appealId });
  if (!answer.ok) throw new Error(answer.message);
  return (answer.value as { view: View }).view;
}

describe('文字', () => {
  it('收下诉求时不等微信；查过以后没有问题的可以公开', async () => {
    await desk.done(plain);
    expect(api.calls(textPath)).toEqual([]);
    expect(await inGrid()).toBe(withheld);
    expect((await sweep(desk.cloud)).checks).toBe(1);
    expect(api.calls(textPath).map(({ body }) => [body.openid, body.content])).toEqual([
      ['zhuoma', told.asked[3].text],
    ]);
    expect([await inGrid(), (await seen(coordinator)).mark]).toEqual([text, undefined]);
    expect((await sweep(desk.cloud)).checks).toBe(0);
  });

  it.each([
    ['review', '内容可能不宜公开，请核对'],
    ['risky', '内容很可能违规，不公开，请核对'],
  ])('结论是 %s 的照样受理，专班看得到记号，居民和单位看不出来；专班核对后可以公开', async (verdict, zh) => {
    api.suggest = () => verdict;
    await desk.done(plain);
    await sweep(desk.cloud);
    expect(await inGrid()).toBe(withheld);
    expect((await seen(coordinator)).mark).toEqual({ zh });
    expect((await seen(resident)).mark).toBeUndefined();
    await desk.done(told.accepted, told.dispatched);
    expect((await seen(housing)).mark).toBeUndefined();
    expect(await desk.send([leader, 'appeal', told.appealId, { type: 'vet', show: true }])).toMatchObject({
      ok: false,
      code: 'not-yours',
    });
    await desk.done([coordinator, 'appeal', told.appealId, { type: 'vet', show: true }]);
    expect([await inGrid(), (await seen(coordinator)).mark]).toEqual([text, { zh, shown: true }]);
  });

  it.each(['hang', 'hangup', 'html', 'down', -1, 45009, 44991] as const)(
    '微信 %s：诉求照办，下一轮再查',
    async (fault) => {
      api.plan(textPath, fault);
      await desk.done(plain);
      await sweep(desk.cloud);
      await desk.done(told.accepted, told.dispatched);
      expect([(await appeal()).status, (await appeal()).check]).toEqual(['dispatched', { photos: {} }]);
      await sweep(desk.cloud);
      expect(await inGrid()).toBe(text);
    },
  );

  it.each([61010, 40003, 40097])('微信不肯查的（%d），请专班核对', async (code) => {
    api.plan(textPath, code);
    await desk.done(plain);
    await sweep(desk.cloud);
    expect((await seen(coordinator)).mark?.zh).toBe('内容可能不宜公开，请核对');
  });

  it('断了两小时以上就不再问微信，请专班核对；一件也没有丢', async () => {
    api.plan(textPath, ...Array.from({ length: 200 }, () => -1 as const));
    await desk.done(plain);
    for (let round = 0; round < 13; round += 1) {
      await sweep(desk.cloud);
      desk.pass(10 * minute);
    }
    await sweep(desk.cloud);
    expect((await seen(coordinator)).mark?.zh).toBe('内容可能不宜公开，请核对');
    expect((await appeal()).status).toBe('submitted');
  });

  it('微信断了，一轮只试三件，后面的不耽误', async () => {
    api.plan(textPath, ...Array.from({ length: 50 }, () => -1 as const));
    for (let n = 0; n < 10; n += 1) await desk.done([plain[0], 'appeal', `appeal-010${n}`, plain[3]]);
    await sweep(desk.cloud);
    expect(api.calls(textPath)).toHaveLength(3);
  });

  it('街道没有要查的，一次也不问', async () => {
    const other = await Desk.open((store) => store, desk.cloud.weChat ? { weChat: desk.cloud.weChat } : {});
    await other.done(plain);
    await sweep(other.cloud);
    expect(api.calls(textPath)).toEqual([]);
    await other.store.close();
  });
});

describe('录音', () => {
  const place = { address: '柳林巷', grid: 'grid-1' };
  const recordings = [{ id: 'recording-1', seconds: 5 }];
  const spoken = [resident, 'appeal', told.appealId, { ...plain[3], text: '', place, recordings }] as const;
  const written = told.onAppeal(coordinator, { type: 'transcribe', words: '门口的路灯坏了' });

  beforeEach(() =>
    desk.store.transact((tx) =>
      tx.put('file', { _id: 'recording-1', owner: resident.id, type: 'audio/mpeg', seconds: 5, at: 0 }),
    ),
  );

  it('当作录音送去查，没有文字的不问文字；结论来之前专班看得到记号，照样办理', async () => {
    await desk.done(spoken);
    await sweep(desk.cloud);
    expect(api.calls(textPath)).toEqual([]);
    const asked = api.calls(mediaPath).map(({ body }) => [body.media_url, body.media_type]);
    expect(asked).toEqual([['https://files/recording-1', 1]]);
    expect((await seen(coordinator)).mark?.zh).toBe('内容还在检查，暂不公开');
    await desk.done(told.accepted, told.dispatched);
    await settle(desk.cloud, { trace: 'trace-1', verdict: 'pass' });
    expect((await seen(coordinator)).mark).toBeUndefined();
  });

  it('听写的话也查，查过以前网格读不到', async () => {
    await desk.done(spoken, written);
    expect(JSON.stringify(await seen(gridWorker))).not.toContain('门口的路灯坏了');
    expect((await seen(coordinator)).text).toBe('门口的路灯坏了');
    await sweep(desk.cloud);
    expect(api.calls(textPath).map(({ body }) => body.content)).toEqual(['门口的路灯坏了']);
    expect((await seen(gridWorker)).transcript).toBe('门口的路灯坏了');
  });
});

describe('照片', () => {
  const place = { address: '柳林巷', grid: 'grid-1' };
  const asked = [resident, 'appeal', told.appealId, { ...told.asked[3], place }] as const;

  it('送去查，结论来之前网格里看不到，本人、专班、承办单位看得到', async () => {
    await desk.done(asked, told.accepted, told.dispatched);
    await sweep(desk.cloud);
    expect(api.calls(mediaPath).map(({ body }) => body.media_url)).toEqual(['https://files/photo-zhuoma']);
    for (const actor of [resident, coordinator, housing])
      expect((await seen(actor)).photos).toEqual(['photo-zhuoma']);
    expect((await seen(gridWorker)).photos).toEqual([]);
    expect((await seen(coordinator)).mark?.zh).toBe('内容还在检查，暂不公开');
    await settle(desk.cloud, { trace: 'trace-1', verdict: 'pass' });
    expect((await seen(gridWorker)).photos).toEqual(['photo-zhuoma']);
    expect(await inGrid()).toBe(text);
  });

  it('违规的只有网格和公众看不到；同一个结论来几遍、改口，都只算第一次', async () => {
    await desk.done(asked);
    await sweep(desk.cloud);
    for (const verdict of ['risky', 'risky', 'pass'] as const)
      await settle(desk.cloud, { trace: 'trace-1', verdict });
    await settle(desk.cloud, { trace: 'nobody-asked', verdict: 'pass' });
    expect((await appeal()).check?.photos).toEqual({ 'photo-zhuoma': 'risky' });
    expect((await seen(gridWorker)).photos).toEqual([]);
    expect((await seen(resident)).photos).toEqual(['photo-zhuoma']);
  });

  it('不是这件诉求的照片，结论不收', async () => {
    await desk.done(asked);
    const command = { type: 'check', photo: { id: 'photo-9', verdict: 'pass' } };
    const order = {
      process: 'appeal',
      id: told.appealId,
      command,
      commandId: 'check-photo-9',
      actor: system,
    };
    await expect(commit(desk.cloud, order)).rejects.toMatchObject({ code: 'unknown-photo' });
  });

  it('专班核对后不公开的，通过了的照片也不给看', async () => {
    api.suggest = () => 'risky';
    await desk.done(asked);
    await sweep(desk.cloud);
    await settle(desk.cloud, { trace: 'trace-1', verdict: 'pass' });
    await desk.done([coordinator, 'appeal', told.appealId, { type: 'vet', show: false }]);
    expect(await seen(gridWorker)).toMatchObject({ text: withheld, photos: [] });
    expect(await seen(resident)).toMatchObject({ text, photos: ['photo-zhuoma'] });
  });

  it('三十五分钟没有回音就再送，送三次还没有，请专班看', async () => {
    await desk.done(asked);
    for (let n = 0; n < 4; n += 1) {
      await sweep(desk.cloud);
      desk.pass(36 * minute);
    }
    expect(api.calls(mediaPath)).toHaveLength(3);
    expect((await asks()).map(({ verdict }) => verdict)).toEqual(['review']);
    expect((await seen(coordinator)).mark?.zh).toBe('内容可能不宜公开，请核对');
  });

  it('一时送不出去的过后再送；永远送不出去的请专班看', async () => {
    api.plan(mediaPath, -1);
    await desk.done(asked);
    await sweep(desk.cloud);
    expect((await asks()).map(({ verdict }) => verdict)).toEqual(['pending']);
    desk.pass(36 * minute);
    await sweep(desk.cloud);
    await settle(desk.cloud, { trace: 'trace-2', verdict: 'pass' });
    expect(await inGrid()).toBe(text);

    api.plan(mediaPath, 61010);
    await desk.done([resident, 'appeal', 'appeal-0002', asked[3]]);
    await sweep(desk.cloud);
    expect((await desk.state<Appeal>('appeal', 'appeal-0002')).check?.photos).toEqual({
      'photo-zhuoma': 'review',
    });
  });
});

describe('后来写的', () => {
  const later = '隔壁电表箱也在滴水';
  const place = { address: '柳林巷', grid: 'grid-1' };
  const asked = [resident, 'appeal', told.appealId, { ...told.asked[3], photos: [], place }] as const;
  const onAppeal = (who: typeof resident, command: { type: string; [key: string]: unknown }) =>
    [who, 'appeal', told.appealId, command] as const;
  const supplement = onAppeal(resident, {
    type: 'supplement',
    words: later,
    photos: ['photo-zhuoma'],
  });
  const read = async (who: typeof resident) => {
    const answer = await desk.ask(who, 'appeal', { id: told.appealId });
    return JSON.stringify(answer);
  };
  const inspected = async () => {
    await sweep(desk.cloud);
    return api.calls(textPath).map(({ body }) => [body.openid, body.content]);
  };

  it('补充的话和照片：收下不等，查过以前网格看不到，别人照看；查过都看得到', async () => {
    await desk.done(asked, told.accepted, told.dispatched);
    await sweep(desk.cloud);
    await desk.done(supplement);
    expect(await read(gridWorker)).not.toContain(later);
    expect(await read(gridWorker)).toContain('补充情况');
    for (const who of [resident, coordinator, housing]) expect(await read(who)).toContain(later);
    expect((await inspected()).at(-1)).toEqual(['zhuoma', later]);
    expect(api.calls(mediaPath)).toHaveLength(1);
    expect(await read(gridWorker)).not.toContain('photo-zhuoma');
    await settle(desk.cloud, { trace: 'trace-1', verdict: 'pass' });
    for (const what of [later, 'photo-zhuoma']) expect(await read(gridWorker)).toContain(what);
    expect((await sweep(desk.cloud)).checks).toBe(0);
  });

  it('只有后来的话有疑问：原来的照样公开；专班核对了才给看，不公开的也不连累原来的', async () => {
    await desk.done(asked, told.accepted, told.dispatched);
    await sweep(desk.cloud);
    api.suggest = () => 'risky';
    await desk.done(onAppeal(resident, { type: 'supplement', words: later, photos: [] }));
    await sweep(desk.cloud);
    expect((await seen(coordinator)).mark).toEqual({ zh: '内容很可能违规，不公开，请核对' });
    expect(await inGrid()).toBe(text);
    await desk.done(onAppeal(coordinator, { type: 'vet', show: false }));
    expect([await inGrid(), (await read(gridWorker)).includes(later)]).toEqual([text, false]);
    expect((await seen(coordinator)).mark?.shown).toBe(false);
    const again = onAppeal(resident, { type: 'supplement', words: '又漏了一处，请一起看', photos: [] });
    await desk.done(again);
    await sweep(desk.cloud);
    await desk.done(onAppeal(coordinator, { type: 'vet', show: true }));
    const grid = await read(gridWorker);
    expect([grid.includes('又漏了一处'), grid.includes(later)]).toEqual([true, false]);
  });

  it('公开的答复、评价的话、重开的话都查；街道写的也查，居民本人一直看得到答复', async () => {
    await desk.done(asked, told.accepted, told.dispatched, ...told.handles(housing), ...told.handles(water));
    await desk.done(told.replied, told.passed);
    const reply = told.replied[3].text as string;
    expect(await read(resident)).toContain(reply);
    expect(await read(gridWorker)).not.toContain(reply);
    expect(await inspected()).toContainEqual(['pubu', reply]);
    expect(api.calls(mediaPath)).toHaveLength(1);
    expect(await read(gridWorker)).not.toContain(reply);
    await settle(desk.cloud, { trace: 'trace-1', verdict: 'pass' });
    expect(await read(gridWorker)).toContain(reply);
    await desk.done(onAppeal(resident, { ...told.rated[3], words: '修得快，谢谢' }));
    expect((await inspected()).at(-1)).toEqual(['zhuoma', '修得快，谢谢']);
    await desk.done(onAppeal(resident, { type: 'reopen', words: '昨夜又漏了', photos: [] }));
    expect((await inspected()).at(-1)).toEqual(['zhuoma', '昨夜又漏了']);
  });

  it('给居民看的办理记录：居民一直看得到，查过以前网格看不到；单位自己留着的不查', async () => {
    const [said, kept] = ['换了三块瓦，晾两天再看', '师傅说屋脊也要修'];
    const works = (words: string, shared: boolean, photos: readonly string[] = []) =>
      told.onTask(housing, { type: 'work', words, photos, shared });
    await desk.done(asked, told.accepted, told.dispatched, told.onTask(housing, { type: 'acknowledge' }));
    await sweep(desk.cloud);
    await desk.done(works(kept, false), works(said, true, ['photo-zhang']));
    for (const who of [resident, coordinator, housing, water]) expect(await read(who)).toContain(said);
    for (const what of [said, 'photo-zhang']) expect(await read(gridWorker)).not.toContain(what);
    expect(await read(gridWorker)).toContain('办理');

    const asks = await inspected();
    expect(asks.slice(1)).toEqual([['zhang', said]]);
    expect(await read(gridWorker)).not.toContain(said);
    await settle(desk.cloud, { trace: 'trace-1', verdict: 'pass' });
    for (const what of [said, 'photo-zhang']) expect(await read(gridWorker)).toContain(what);
    expect((await sweep(desk.cloud)).checks).toBe(0);
  });

  it('办理记录有疑问的，专班看得到记号，核对了网格才看得到', async () => {
    const said = '换了三块瓦，晾两天再看';
    await desk.done(asked, told.accepted, told.dispatched, told.onTask(housing, { type: 'acknowledge' }));
    await sweep(desk.cloud);
    api.suggest = () => 'review';
    await desk.done(told.onTask(housing, { type: 'work', words: said, photos: [], shared: true }));
    await sweep(desk.cloud);
    expect((await seen(coordinator)).mark).toEqual({ zh: '内容可能不宜公开，请核对' });
    expect(await read(gridWorker)).not.toContain(said);
    await desk.done(onAppeal(coordinator, { type: 'vet', show: true }));
    expect(await read(gridWorker)).toContain(said);
  });

  it('挂账、结束时写的话也查：查过以前网格只知道挂账了、结束了', async () => {
    await desk.done(asked, ...told.untilHeld.slice(1));
    const plan = '开春以后铺防水层';
    expect(await read(resident)).toContain(plan);
    expect(await read(gridWorker)).not.toContain(plan);
    expect(await read(gridWorker)).toContain('已挂账');
    expect(await inspected()).toContainEqual(['tsering', plan]);
    expect(await read(gridWorker)).toContain(plan);

    const other = [resident, 'appeal', 'appeal-0002', asked[3]] as const;
    const why = '这件事已经在走诉讼，请等法院判决';
    const decline = { type: 'decline', branch: 'otherProcedure', words: why };
    await desk.done(other, [coordinator, 'appeal', 'appeal-0002', decline]);
    const inGrid2 = async () => JSON.stringify(await desk.ask(gridWorker, 'appeal', { id: 'appeal-0002' }));
    expect(await inGrid2()).not.toContain(why);
    await sweep(desk.cloud);
    expect(await inGrid2()).toContain(why);
  });

  it('没有话的不查；街道不查的，什么也不记', async () => {
    await desk.done(asked, told.accepted, told.dispatched);
    await sweep(desk.cloud);
    await desk.done(onAppeal(resident, { type: 'withdraw' }));
    expect(await inspected()).toHaveLength(1);
    const other = await Desk.open();
    await other.done(asked, told.accepted, told.dispatched, supplement);
    expect((await other.state<Appeal>('appeal', told.appealId)).check).toBeUndefined();
    await other.store.close();
  });
});
