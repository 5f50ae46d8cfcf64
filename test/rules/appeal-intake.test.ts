import { commit } from '../../cloudfunctions/commit.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import * as door from '../functions/told.ts';
import { Desk } from '../support/desk.ts';
import { colleague, coordinator, housingLeader, leader, neighbour, resident } from '../support/office.ts';
import { at, until } from '../support/story.ts';
import {
  accept,
  appealAfter,
  appeals,
  dispatch,
  note,
  pass,
  question,
  rate,
  reply,
  unlawful,
} from './told.ts';

const { submitted, needsInfo, accepted, consulting, dispatched, inProgress, proposed, declined } = appeals;
const answer = { type: 'supplement', words: '三号楼，漏了两天', photos: [] } as const;

describe('请居民补充（条例第十条）', () => {
  test('问清楚要什么，三个工作日；受理的时限停着', () => {
    const { state } = appealAfter(...needsInfo);
    expect(state).toMatchObject({ status: 'needsInfo', questions: question.questions });
    expect(state.clocks.info).toEqual(until('2026-03-12 10:00'));
    expect(state.clocks.accept?.pauses).toEqual([{ from: at('2026-03-09 10:00') }]);
  });

  test('一天以后补充，受理的时限停了多久就顺延多久', () => {
    appealAfter(...needsInfo, '2026-03-10 11:00')
      .when(resident, answer)
      .gives({ ...answer, type: 'supplemented', accept: until('2026-03-10 13:00') });
    const { state } = appealAfter(...needsInfo, '2026-03-10 11:00', [resident, answer]);
    expect(state).toMatchObject({ status: 'submitted', questions: undefined });
  });

  test('没有问，居民也可以补充：办到哪里还是哪里', () => {
    for (const before of [submitted, accepted, consulting, dispatched, inProgress]) {
      const { state } = appealAfter(...before);
      const after = appealAfter(...before, [resident, answer]);
      expect(after.state).toEqual(state);
      expect(after.readBy(resident).at(-1)).toMatchObject({ zh: '补充情况', words: answer.words });
    }
  });

  test('别人不能替他补充；已经答复的，不再补充', () => {
    appealAfter(...needsInfo)
      .when(neighbour, answer)
      .refuses('not-yours');
    appealAfter(...appeals.replied)
      .when(resident, answer)
      .refuses('not-now');
  });

  test('街道问了什么，本人和专班读得到', () => {
    const story = appealAfter(...needsInfo);
    for (const who of [resident, coordinator])
      expect(story.seenBy(who)?.questions).toEqual(['哪一栋楼？', '漏了几天？']);
    expect(story.readBy(resident).at(-1)).toMatchObject({
      zh: '请居民补充',
      words: '哪一栋楼？；漏了几天？',
    });
  });

  test('待补充的不能受理', () => {
    appealAfter(...needsInfo)
      .when(coordinator, accept)
      .refuses('not-now');
  });
});

describe('到期没有补充', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.store.close());

  const state = () => desk.state<Appeal>('appeal', door.appealId);
  const told = async (about: string) =>
    (await desk.all<{ _id: string; to: string; about: string }>('inbox')).filter(
      (each) => each.about === about,
    );
  const asks = (vital: boolean) =>
    desk.done(door.asked, [coordinator, 'appeal', door.appealId, { ...question, vital }]);
  const days = async (...times: readonly string[]) => {
    for (const time of times) {
      desk.set(time);
      await sweep(desk.cloud);
    }
  };

  test('提醒两次', async () => {
    await asks(false);
    await days('2026-03-10 10:00', '2026-03-11 10:00');
    const reminded = { to: 'person:zhuoma', at: at('2026-03-11 10:00') };
    expect(await told('appeal.remind')).toMatchObject([reminded]);
    expect((await state()).status).toBe('needsInfo');
  });

  test('不补充也能办的：按现有情况受理，写明没有补充；受理的时限接着走，不算谁超时', async () => {
    await asks(false);
    await days('2026-03-10 10:00', '2026-03-11 10:00', '2026-03-12 10:00');
    expect(await state()).toMatchObject({
      status: 'submitted',
      unanswered: true,
      clocks: { accept: { dueAt: at('2026-03-12 12:00') } },
    });
    expect(await told('appeal.missed')).toEqual([]);
    const answer = await desk.ask(coordinator, 'appeal', { id: door.appealId });
    expect(answer).toMatchObject({ value: { view: { missed: [] } } });
  });

  test('不补充就找不到的：提醒以后由系统结束，写明原因', async () => {
    await asks(true);
    await days('2026-03-10 10:00', '2026-03-11 10:00', '2026-03-12 10:00');
    expect(await state()).toMatchObject({ status: 'withdrawn', end: { reason: 'unanswered' } });
  });

  test('赶在到期之前补充的，不再提醒，也不结束', async () => {
    await asks(true);
    await days('2026-03-10 10:00');
    await desk.done([resident, 'appeal', door.appealId, answer]);
    await days('2026-03-10 10:30', '2026-03-11 10:00', '2026-03-12 10:00');
    expect(await told('appeal.remind')).toHaveLength(1);
    expect((await state()).status).toBe('submitted');
  });
});

describe('移送（条例第十一条第（一）（二）项）', () => {
  test.each([
    ['police', '110', '（一）'],
    ['fire', '119', '（一）'],
    ['ambulance', '120', '（一）'],
    ['traffic', '122', '（一）'],
    ['discipline', '12388', '（二）'],
    ['court', '12368', '（二）'],
    ['arbitration', '12333', '（二）'],
    ['legalAid', '12348', '（二）'],
    ['petition', undefined, '（二）'],
    ['review', undefined, '（二）'],
  ] as const)('%s：告诉居民打 %s，依据第%s项，记录留着', (channel, phone, item) => {
    const basis = `《北京市接诉即办工作条例》第十一条第${item}项`;
    const transfer = { type: 'transfer', channel, words: '请直接联系' } as const;
    for (const before of [submitted, needsInfo, accepted, consulting]) {
      appealAfter(...before)
        .when(coordinator, transfer)
        .gives({ ...transfer, type: 'transferred', basis });
    }
    const end = appealAfter(...submitted, [coordinator, transfer]).seenBy(resident)?.end;
    expect(end).toMatchObject({ basis, words: '请直接联系', channel: { phone } });
  });

  test('已经派出的不移送', () => {
    appealAfter(...dispatched)
      .when(coordinator, { type: 'transfer', channel: 'court', words: '请直接联系' })
      .refuses('not-now');
  });
});

describe('不予受理', () => {
  const basis = '《北京市接诉即办工作条例》第十一条第（六）项';

  test('第（六）项违反法律的，一个人说了不算', () => {
    appealAfter(...submitted)
      .when(coordinator, unlawful)
      .gives({ ...unlawful, type: 'declineProposed' });
    expect(appealAfter(...proposed).state.status).toBe('submitted');
  });

  test.each([
    ['另一位专班', colleague],
    ['街道领导', leader],
  ])('%s同意，才不予受理', (_, second) => {
    appealAfter(...proposed)
      .when(second, { type: 'confirmDecline', agree: true })
      .gives({ ...unlawful, type: 'declined', basis });
  });

  test('等第二个人的时候：他的第一步是复核，提的人没有这一步', () => {
    const story = appealAfter(...appeals.proposed);
    expect(story.offered(colleague)[0]).toBe('confirmDecline');
    expect(story.offered(coordinator)).not.toContain('confirmDecline');
  });

  test('提的人自己不能复核', () => {
    appealAfter(...proposed)
      .when(coordinator, { type: 'confirmDecline', agree: true })
      .refuses('not-yours');
  });

  test('等第二个人的时候，别人不能绕过复核直接受理；提的人可以改主意', () => {
    const story = appealAfter(...proposed);
    story.when(colleague, accept).refuses('not-now');
    expect(story.offered(colleague)).not.toContain('accept');
    expect(story.offered(coordinator)).toContain('accept');
    const { status, declineProposal } = appealAfter(...proposed, [coordinator, accept]).state;
    expect([status, declineProposal]).toEqual(['accepted', undefined]);
  });

  test('不同意要写理由，诉求照常受理', () => {
    appealAfter(...proposed)
      .when(colleague, { type: 'confirmDecline', agree: false })
      .refuses('say-why');
    const drop = { type: 'confirmDecline', agree: false, words: '没有违法' } as const;
    appealAfter(...proposed, [colleague, drop]).offers(
      coordinator,
      ...['accept', 'question', 'merge', 'transfer', 'decline', 'regrid', 'recuse'],
    );
  });

  test('居民读不到还没定的不予受理', () => {
    const story = appealAfter(...proposed);
    expect(JSON.stringify([story.seenBy(resident), story.readBy(resident)])).not.toContain(unlawful.words);
    expect(JSON.stringify(story.seenBy(colleague))).toContain(unlawful.words);
  });

  test('居民可以申请复核一次：回到待受理，两小时，换一个人', () => {
    const contest = { type: 'contest', words: '物业公司早就没有了' } as const;
    appealAfter(...declined, '2026-03-10 10:00')
      .when(resident, contest)
      .gives({ ...contest, type: 'contested', accept: until('2026-03-10 12:00') });
    const again = { type: 'decline', branch: 'beyondDuty', words: '请找物业公司按合同处理' } as const;
    appealAfter(...appeals.contested)
      .when(coordinator, again)
      .refuses('second-person');
    appealAfter(...appeals.contested, [colleague, again])
      .when(resident, contest)
      .refuses('not-now');
  });
});

describe('受理定类型', () => {
  test.each([
    ['consult', true],
    ['suggest', true],
    ['praise', true],
    ['help', false],
    ['complain', false],
    ['report', false],
  ] as const)('%s 当场答复结案：%s（条例第十一条）', (kind, allowed) => {
    const close = { type: 'close', reason: 'answered', words: '已经当面说清楚' } as const;
    const story = appealAfter(...submitted, [coordinator, { ...accept, kind }]).when(coordinator, close);
    if (allowed) story.gives({ ...close, type: 'closed' });
    else story.refuses('not-answerable');
  });

  test('举报单位或工作人员违纪的，不受理派单，移送 12388', () => {
    appealAfter(...submitted)
      .when(coordinator, { ...accept, kind: 'report', accused: 'urban' })
      .refuses('discipline');
    appealAfter(...accepted)
      .when(coordinator, { ...accept, type: 'reclassify', kind: 'report', accused: 'urban', words: '是举报' })
      .refuses('discipline');
  });

  test('投诉哪个单位，要是认识的单位', () => {
    appealAfter(...submitted)
      .when(coordinator, { ...accept, kind: 'complain', accused: 'moon' })
      .refuses('unknown-unit');
  });
});

describe('派给谁（条例第十七条、第三十五条）', () => {
  const led = (lead: string, assist: string) =>
    ({
      type: 'dispatch',
      units: [
        { unit: lead, role: 'lead' },
        { unit: assist, role: 'assist' },
      ],
    }) as const;
  const sorted = (more: object) => appealAfter(...submitted, [coordinator, { ...accept, ...more }]);

  test('被投诉的单位不主办，可以协助', () => {
    const complained = sorted({ kind: 'complain', accused: 'housing' });
    complained.when(coordinator, led('housing', 'water')).refuses('accused-lead');
    const helped = led('water', 'housing');
    complained.when(coordinator, helped).gives({ ...helped, type: 'dispatched' });
  });

  test('不在社区职责清单上的事项，不交给社区，协办也不行', () => {
    sorted({ matter: 'leak' }).when(coordinator, led('housing', 'east')).refuses('not-on-list');
  });

  test('社区只是协助的事项，不让社区主办；清单上归社区主办的可以', () => {
    sorted({ matter: 'noise' }).when(coordinator, led('east', 'urban')).refuses('assist-only');
    const helped = led('urban', 'east');
    sorted({ matter: 'noise' })
      .when(coordinator, helped)
      .gives({ ...helped, type: 'dispatched' });
    const own = led('east', 'urban');
    sorted({ matter: 'stairs' })
      .when(coordinator, own)
      .gives({ ...own, type: 'dispatched' });
  });
});

describe('回避（济南市 12345 条例第三十二条）', () => {
  test('请求回避的专班，这件诉求看不见也动不了；同事照办', () => {
    const recused = appealAfter(...accepted, [coordinator, { type: 'recuse', words: '是我亲戚' }]);
    recused.offers(coordinator);
    recused.when(coordinator, dispatch).refuses('not-yours');
    expect(recused.seenBy(coordinator)).toBeUndefined();
    recused.when(colleague, dispatch).gives({ ...dispatch, type: 'dispatched' });
  });
});

describe('改类型和时限', () => {
  const change = { ...accept, type: 'reclassify', tier: 'T4', words: '要大修屋面' } as const;

  test('时限从提交起重新算，不从改的时候算', () => {
    appealAfter(...dispatched, '2026-03-11 10:00')
      .when(coordinator, change)
      .gives({ ...change, type: 'reclassified', finish: until('2026-03-24 10:00') });
  });

  test('改紧了也一样，可能已经到期', () => {
    appealAfter(...dispatched, '2026-03-11 10:00')
      .when(coordinator, { ...change, tier: 'T2' })
      .gives({ ...change, type: 'reclassified', tier: 'T2', finish: until('2026-03-10 10:00') });
  });

  test('被投诉的单位正在主办，先换单位再改', () => {
    appealAfter(...dispatched)
      .when(coordinator, { ...change, kind: 'complain', accused: 'housing' })
      .refuses('accused-lead');
  });

  test('居民只读到改了，不读理由', () => {
    const story = appealAfter(...dispatched, [coordinator, change]);
    expect(story.readBy(resident).at(-1)).toMatchObject({ zh: '更改类型和办结时限', words: undefined });
    expect(story.readBy(coordinator).at(-1)).toMatchObject({ words: '要大修屋面' });
  });
});

describe('会商定责（条例第十二条）', () => {
  test('说不清归谁办的，提交会商', () => {
    appealAfter(...accepted)
      .when(coordinator, { type: 'consult', words: '说不清归谁管' })
      .gives({ type: 'consulted', round: 0, words: '说不清归谁管', dispatch: until('2026-03-09 12:00') });
  });

  test('直接派单的还可以退；会商定下的不能再退', () => {
    const designate = { ...dispatch, type: 'designate', words: '会商定由住建局牵头' } as const;
    expect(appealAfter(...dispatched).state.locked).toBeUndefined();
    expect(appealAfter(...consulting, [coordinator, designate]).state.locked).toBe(true);
  });
});

describe('催办', () => {
  test('先行联系的时限（一般事项一个工作日）没过，不能催', () => {
    appealAfter(...dispatched, '2026-03-10 09:59')
      .when(resident, { type: 'urge' })
      .refuses('too-soon');
    appealAfter(...dispatched, '2026-03-10 10:00')
      .when(resident, { type: 'urge' })
      .gives({ type: 'urged', count: 1 });
  });

  test.each([
    ['T1', '2026-03-09 10:30'],
    ['T2', '2026-03-09 12:00'],
    ['T4', '2026-03-10 10:00'],
  ] as const)('%s 的，%s 起可以催', (tier, from) => {
    const given = [...submitted, [coordinator, { ...accept, tier }], [coordinator, dispatch]] as const;
    appealAfter(...given, from)
      .when(resident, { type: 'urge' })
      .gives({ type: 'urged', count: 1 });
  });

  test('二十四小时一次，记第几次', () => {
    const once = [...dispatched, '2026-03-10 10:00', [resident, { type: 'urge' }]] as const;
    appealAfter(...once, '2026-03-11 09:59')
      .when(resident, { type: 'urge' })
      .refuses('too-soon');
    appealAfter(...once, '2026-03-11 10:00')
      .when(resident, { type: 'urge', words: '还没人来' })
      .gives({ type: 'urged', count: 2, words: '还没人来' });
  });
});

describe('撤回、重开、再次反映', () => {
  test.each([
    ['举报正在核查的', { ...accept, kind: 'report' }],
    ['危及安全的', { ...accept, tier: 'T1' }],
  ] as const)('%s，交出去以后不能撤回', (_, sorted) => {
    const before = [...submitted, [coordinator, sorted]] as const;
    appealAfter(...before)
      .when(resident, { type: 'withdraw' })
      .gives({ type: 'withdrawn' });
    appealAfter(...before, [coordinator, dispatch])
      .when(resident, { type: 'withdraw' })
      .refuses('not-now');
  });

  const reopen = { type: 'reopen', words: '昨夜又漏了', photos: [] } as const;
  const redone = { type: 'redone', round: 1, words: '居民有新情况，要求重开', byLeader: true } as const;

  test('结案十五天内有新情况，重开，三个工作日', () => {
    appealAfter(...appeals.closed, '2026-03-24 10:00')
      .when(resident, reopen)
      .gives({ ...reopen, type: 'reopened' }, { ...redone, redo: until('2026-03-27 10:00') });
  });

  test('过了十五天不能重开；重开过一次的不能再重开', () => {
    appealAfter(...appeals.closed, '2026-03-24 10:01')
      .when(resident, reopen)
      .refuses('too-late');
    appealAfter(...appeals.closed, '2026-03-24 10:00').offers(resident, 'reopen');
    appealAfter(...appeals.closed, '2026-03-24 10:01').offers(resident);
    const closedAgain = [
      ...appeals.reopened,
      note('housing', 'submitted', 9),
      [housingLeader, reply],
      [coordinator, pass],
      [resident, rate],
    ] as const;
    appealAfter(...closedAgain)
      .when(resident, reopen)
      .refuses('not-now');
  });

  test('当场答复结案的，没有主办，重开就会商', () => {
    const close = { type: 'close', reason: 'answered', words: '已经当面说清楚' } as const;
    const ended = [
      ...submitted,
      [coordinator, { ...accept, kind: 'consult' }],
      [coordinator, close],
    ] as const;
    expect(appealAfter(...ended, [resident, reopen]).state).toMatchObject({
      status: 'consulting',
      end: undefined,
    });
  });

  describe('过了期限又发生的，另提一件，两件连着', () => {
    let desk: Desk;
    beforeEach(async () => {
      desk = await Desk.open();
      await desk.done(...door.untilAnswered, door.rated);
    });
    afterEach(() => desk.store.close());
    const next = { ...door.asked[3], photos: [], relapseOf: door.appealId };

    test('连上自己的', async () => {
      await desk.done([resident, 'appeal', 'appeal-0002', next]);
      expect(await desk.state<Appeal>('appeal', 'appeal-0002')).toMatchObject({ relapseOf: 'appeal-0001' });
      expect(await desk.state<Appeal>('appeal', door.appealId)).toMatchObject({
        status: 'closed',
        relapsedBy: 'appeal-0002',
      });
    });

    test('不能连别人的', async () => {
      const answer = await desk.send([neighbour, 'appeal', 'appeal-0003', next]);
      expect(answer).toMatchObject({ ok: false, code: 'not-found' });
      expect(await desk.store.get('appeal', 'appeal-0003')).toBeUndefined();
    });
  });
});

describe('并案（条例第十一条第（三）项）', () => {
  test('不能并入它自己', () => {
    appealAfter(...accepted)
      .when(coordinator, { type: 'merge', into: 'appeal-0001' })
      .refuses('itself');
  });

  test('并到的那件答复了，跟着的也读到答复，自己评价', () => {
    const heard = appealAfter(...appeals.followersRating);
    expect(heard.state.status).toBe('awaitingRating');
    expect(heard.seenBy(resident)?.reply?.text).toBe(reply.text);
    heard.when(resident, rate).gives({ ...rate, type: 'rated' }, { type: 'closed', reason: 'solved' });
  });
});

describe('解除并案', () => {
  test('同一时刻就离开，晚到的消息不会拆散后来的并案', async () => {
    const desk = await Desk.open();
    const second = { ...door.asked[3], photos: [] };
    await desk.done(door.asked, [neighbour, 'appeal', 'appeal-0002', second]);
    const order = (command: { readonly type: string }, commandId: string) =>
      commit(desk.cloud, { process: 'appeal', id: 'appeal-0002', command, commandId, actor: coordinator });
    const merge = { type: 'merge', into: door.appealId } as const;
    await order(merge, 'merge-0001');
    await order({ type: 'unmerge', words: '不是一件事' } as { type: string }, 'merge-0002');
    expect((await desk.state<Appeal>('appeal', door.appealId)).followers).toEqual([]);
    await order(merge, 'merge-0003');
    await desk.settle();
    const { followers } = await desk.state<Appeal>('appeal', door.appealId);
    expect(followers.map(({ id }) => id)).toEqual(['appeal-0002']);
    await desk.store.close();
  });
});
