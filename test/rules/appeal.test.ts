import { appeal } from '../../domain/appeal/index.ts';
import {
  coordinator,
  gridWorker,
  housing,
  housingLeader,
  neighbour,
  resident,
  system,
  water,
} from '../support/office.ts';
import { at, stories, until } from '../support/story.ts';
import {
  accept,
  appealAfter,
  appeals,
  call,
  designate,
  dispatch,
  muster,
  note,
  pass,
  rate,
  reply,
  submit,
  unsolved,
} from './told.ts';

const { submitted, accepted, asked, dispatched, whistled, inProgress, handedIn } = appeals;
const { replied, awaitingRating, reworking, reworked, consulting, closed, declined, withdrawn } = appeals;
const again = {
  type: 'redone',
  round: 1,
  byLeader: true,
  words: '居民评价：没有解决',
  redo: until('2026-03-12 10:00'),
} as const;
const toConsult = (words: string, round = 0) =>
  ({ type: 'consulted', round, words, dispatch: until('2026-03-09 12:00') }) as const;

describe('提交（条例第八条、第十条）', () => {
  const number = expect.stringMatching(/^JSJB-20260309-LH-[0-9A-HJKMNP-TV-Z]{6}$/);
  const clock = until('2026-03-09 12:00');

  test('居民提交，得到受理编号，两小时内要受理', () => {
    appealAfter()
      .when(resident, submit)
      .gives({ ...submit, type: 'submitted', number, clock });
  });

  test('匿名的，姓名电话一概不记', () => {
    appealAfter()
      .when(resident, { ...submit, identity: 'anonymous' })
      .gives({ ...submit, type: 'submitted', identity: 'anonymous', contact: undefined, number, clock });
  });

  test('网格员代居民提交，记下代办人和代办说明', () => {
    const onBehalfOf = { name: '央金', phone: '13900000109', consent: '老人口头同意' };
    appealAfter()
      .when(gridWorker, { ...submit, onBehalfOf })
      .gives({ ...submit, type: 'submitted', onBehalfOf, collector: 'tashi', number, clock });
  });

  test('代人匿名提交，只留代办说明，不留是谁', () => {
    const onBehalfOf = { name: '央金', phone: '13900000109', consent: '老人口头同意' };
    appealAfter()
      .when(gridWorker, { ...submit, identity: 'anonymous', onBehalfOf })
      .gives({
        ...submit,
        type: 'submitted',
        identity: 'anonymous',
        contact: undefined,
        onBehalfOf: { consent: '老人口头同意' },
        collector: 'tashi',
        number,
        clock,
      });
  });

  test('编号太长的，不收', () => {
    stories(appeal, 'a'.repeat(65))().when(resident, submit).refuses('bad-id');
  });

  test('已经提交的，不能再提交一遍', () => {
    appealAfter(...submitted)
      .when(resident, submit)
      .refuses('not-now');
  });
});

describe('受理与不予受理（条例第十条、第十一条）', () => {
  test('专班受理：派单两个办公小时，一般事项自提交起七日办结', () => {
    appealAfter(...submitted)
      .when(coordinator, accept)
      .gives({
        ...accept,
        type: 'accepted',
        dispatch: until('2026-03-09 12:00'),
        finish: until('2026-03-16 10:00'),
      });
  });

  test('晚受理，办结时限仍从提交起算', () => {
    appealAfter(...submitted, '2026-03-09 11:30')
      .when(coordinator, accept)
      .gives({
        ...accept,
        type: 'accepted',
        dispatch: until('2026-03-09 16:00'),
        finish: until('2026-03-16 10:00'),
      });
  });

  test.each([
    ['T1', '2026-03-09 12:00', '危急，两小时'],
    ['T2', '2026-03-10 10:00', '紧急，二十四小时'],
    ['T3', '2026-03-16 10:00', '一般，七日'],
    ['T4', '2026-03-24 10:00', '复杂疑难，十五日'],
  ] as const)('%s 的办结时限到 %s（%s）', (tier, due, _why) => {
    appealAfter(...submitted)
      .when(coordinator, { ...accept, tier })
      .gives({ ...accept, type: 'accepted', tier, dispatch: until('2026-03-09 12:00'), finish: until(due) });
  });

  test('派单目录里没有的事项，不能受理', () => {
    appealAfter(...submitted)
      .when(coordinator, { ...accept, matter: 'dragons' })
      .refuses('unknown-matter');
  });

  test.each([
    ['emergency', '（一）'],
    ['otherProcedure', '（二）'],
    ['sameMatter', '（三）'],
    ['secret', '（四）'],
    ['beyondDuty', '（五）'],
  ] as const)('不予受理 %s 的，写明依据是第十一条第%s项', (branch, item) => {
    const basis = `《北京市接诉即办工作条例》第十一条第${item}项`;
    const words = '请按所说的办法另行解决';
    appealAfter(...submitted)
      .when(coordinator, { type: 'decline', branch, words })
      .gives({ type: 'declined', branch, words, basis });
  });

  test('居民自己不能受理，部门也不能', () => {
    appealAfter(...submitted)
      .when(resident, accept)
      .refuses('not-yours');
    appealAfter(...submitted)
      .when(housing, accept)
      .refuses('not-yours');
  });

  test('受理之后不能再说不予受理', () => {
    appealAfter(...accepted)
      .when(coordinator, { type: 'decline', branch: 'secret', words: '涉及国家秘密不便公开' })
      .refuses('not-now');
  });
});

describe('派单与吹哨（条例第十二条、第十四条、第十六条）', () => {
  test('派给一个主办和若干协办', () => {
    appealAfter(...accepted)
      .when(coordinator, dispatch)
      .gives({ ...dispatch, type: 'dispatched' });
  });

  test.each([
    ['没有主办', 'one-lead', ['assist', 'assist'], ['housing', 'water']],
    ['两个主办', 'one-lead', ['lead', 'lead'], ['housing', 'water']],
    ['同一个单位两次', 'unit-twice', ['lead', 'assist'], ['housing', 'housing']],
    ['不存在的单位', 'unknown-unit', ['lead', 'assist'], ['housing', 'moon']],
  ] as const)('%s，派单和吹哨都不行', (_, code, roles, ids) => {
    const units = ids.map((unit, place) => ({ unit, role: roles[place] ?? 'assist', need: '看看' }));
    appealAfter(...accepted)
      .when(coordinator, { type: 'dispatch', units })
      .refuses(code);
    appealAfter(...accepted)
      .when(coordinator, { ...call, units })
      .refuses(code);
  });

  const { type: _, ...calling } = call;

  test('吹哨：叫齐部门，写明各自要做什么；要审批的先报批', () => {
    appealAfter(...accepted)
      .when(coordinator, call)
      .gives({ ...calling, type: 'whistleAsked' });
  });

  test('应急处置哨不用审批，当场吹响', () => {
    const rush = { ...calling, theme: 'emergency' } as const;
    const { units, subject } = rush;
    appealAfter(...accepted)
      .when(coordinator, { ...rush, type: 'whistle' })
      .gives({ type: 'whistled', units, subject, call: rush });
  });

  test('报批期间，不再派单、吹哨、结案；批准了就派出，没批准再议', () => {
    for (const command of [
      dispatch,
      call,
      { type: 'close', reason: 'explained', words: '已经说明' } as const,
    ])
      appealAfter(...asked)
        .when(coordinator, command)
        .refuses('not-now');
    const { type: _, ...news } = muster;
    appealAfter(...asked)
      .when(system, muster)
      .gives({ ...news, type: 'whistled' });
    const back = { type: 'turnDown', whistle: muster.whistle, words: '先由社区办' } as const;
    appealAfter(...asked, [system, back])
      .when(coordinator, dispatch)
      .gives({ ...dispatch, type: 'dispatched' });
  });

  test('撤回了又重报的，旧哨的批准不算数', () => {
    appealAfter(...asked)
      .when(system, { ...muster, whistle: 'appeal-0001-w9' })
      .gives();
  });

  test('没有受理的，不能派单', () => {
    appealAfter(...submitted)
      .when(coordinator, dispatch)
      .refuses('not-now');
  });

  test('有单位签收，就是办理中', () => {
    expect(appealAfter(...dispatched, note('water', 'acknowledged', 2)).state.status).toBe('inProgress');
  });

  test('协办没签收就撤了，不算有人办理', () => {
    const { status } = appealAfter(...dispatched, note('water', 'released', 2)).state;
    expect(status).toBe('dispatched');
  });

  test('晚到的旧消息不盖过新消息', () => {
    const { tasks } = appealAfter(...handedIn, note('housing', 'acknowledged', 2)).state;
    expect(tasks.map(({ unit, status }) => `${unit} ${status}`)).toEqual([
      'housing submitted',
      'water submitted',
    ]);
  });
});

describe('首接负责：从派单到答复，主办有且只有一个（条例第十四条）', () => {
  test('主办的任务撤了，回到会商', () => {
    const [, news] = note('housing', 'released', 2);
    for (const before of [dispatched, inProgress, reworking]) {
      const late = { ...news, asOf: 8 };
      appealAfter(...before)
        .when(system, late)
        .gives({ ...late, type: 'noted' }, toConsult('主办单位的任务已撤销', before === reworking ? 1 : 0));
    }
  });

  test('协办的任务撤了，主办照办', () => {
    const [, news] = note('water', 'released', 2);
    appealAfter(...dispatched)
      .when(system, news)
      .gives({ ...news, type: 'noted' });
  });

  test('会商之后可以另派主办，原来的单位不再是主办', () => {
    const units = [{ unit: 'urban', role: 'lead' }] as const;
    const words = '会商定由城管局办';
    const redispatched = appealAfter(...consulting, [coordinator, { type: 'designate', units, words }]);
    expect(redispatched.state.tasks).toEqual([
      { task: 'appeal-0001-d6-urban', unit: 'urban', role: 'lead', status: 'pending', asOf: 0 },
    ]);
  });

  test('撤哨，回到会商', () => {
    const recall = { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨：事情已经解决' } as const;
    appealAfter(...whistled)
      .when(system, recall)
      .gives(toConsult('撤哨：事情已经解决'));
  });

  test('旧哨晚到的撤哨，不动新派的单', () => {
    const recall = { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨：事情已经解决' } as const;
    appealAfter(...whistled, [system, recall], [coordinator, designate])
      .when(system, recall)
      .gives();
  });

  test('改为派单以后，不再显示原来那一哨', () => {
    const recall = { type: 'recall', whistle: 'appeal-0001-w3', words: '撤哨：事情已经解决' } as const;
    const { state } = appealAfter(...whistled, [system, recall], [coordinator, designate]);
    expect(state.whistle).toBeUndefined();
  });
});

describe('答复与审核（条例第十五条、第二十三条）', () => {
  test('都交出结果，主办才答复；一个工作日内审核', () => {
    appealAfter(...handedIn)
      .when(housing, reply)
      .gives({ ...reply, type: 'replied', unit: 'housing', review: until('2026-03-10 10:00') });
  });

  test('协办没交结果，主办不能答复', () => {
    appealAfter(...inProgress, note('housing', 'submitted', 4))
      .when(housing, reply)
      .refuses('not-now');
  });

  test('协办撤了，就不等它', () => {
    appealAfter(...inProgress, note('housing', 'submitted', 4), note('water', 'released', 2))
      .when(housing, reply)
      .gives({ ...reply, type: 'replied', unit: 'housing', review: until('2026-03-10 10:00') });
  });

  test('协办不能代主办答复', () => {
    appealAfter(...handedIn)
      .when(water, reply)
      .refuses('not-yours');
  });

  test('答复不到二十字，说不清，不收', () => {
    appealAfter(...handedIn)
      .when(housing, { ...reply, text: '已经处理完毕，请放心。' })
      .refuses('reply-too-short');
  });

  test('审核通过，答复给居民', () => {
    appealAfter(...replied)
      .when(coordinator, pass)
      .gives({ type: 'passed', text: reply.text, photos: ['photo-2'] });
  });

  test('退回要写明补办什么', () => {
    appealAfter(...replied)
      .when(coordinator, { type: 'review', pass: false })
      .refuses('say-why');
    appealAfter(...replied)
      .when(coordinator, { type: 'review', pass: false, words: '请补照片' })
      .gives({ type: 'returned', words: '请补照片' });
  });

  test('退回以后，主办重新交出结果之前不能再答复', () => {
    const returned = [...replied, [coordinator, { type: 'review', pass: false, words: '请补照片' }]] as const;
    appealAfter(...returned)
      .when(housing, reply)
      .refuses('not-now');
    appealAfter(...returned, note('housing', 'submitted', 6))
      .when(housing, reply)
      .gives({ ...reply, type: 'replied', unit: 'housing', review: until('2026-03-10 10:00') });
  });

  test('退回时主办已经撤了，就回到会商', () => {
    appealAfter(...replied, note('housing', 'released', 5))
      .when(coordinator, { type: 'review', pass: false, words: '请补照片' })
      .gives(toConsult('请补照片'));
  });
});

describe('主办交了结果以后', () => {
  const sentence = (story: ReturnType<typeof appealAfter>) => story.seenBy(resident)?.ball.sentence;

  test('协办还没有交的，说还等哪一家', () => {
    expect(sentence(appealAfter(...inProgress))).toMatch(/^住建局和 1 个单位正在办理，/);
    expect(sentence(appealAfter(...inProgress, note('housing', 'submitted', 4)))).toMatch(
      /^住建局已办完，还等供水公司，最迟 .* 答复您$/,
    );
  });

  test('都交了的，说主办正在写答复', () => {
    expect(sentence(appealAfter(...handedIn))).toMatch(/^住建局已办完，正在写答复，最迟 .* 答复您$/);
  });

  test('协办先交的，主办还在办', () => {
    expect(sentence(appealAfter(...inProgress, note('water', 'submitted', 4)))).toMatch(
      /^住建局和 1 个单位正在办理，/,
    );
  });
});

describe('采办分离', () => {
  const clerkAtHousing = { ...housing, id: 'zhuoma', roles: ['resident', 'handler'] } as const;
  const deskResident = { ...coordinator, id: 'zhuoma' } as const;
  const both = { ...housing, roles: ['resident', 'handler', 'coordinator'] } as const;

  test('自己提的诉求，自己不能答复', () => {
    appealAfter(...handedIn)
      .when(clerkAtHousing, reply)
      .refuses('not-yours');
  });

  test('自己提的诉求，自己不能审核、退回重办、结案', () => {
    appealAfter(...replied)
      .when(deskResident, pass)
      .refuses('not-yours');
    appealAfter(...awaitingRating)
      .when(deskResident, { type: 'redo', words: '答复不实' })
      .refuses('not-yours');
    appealAfter(...awaitingRating)
      .when(deskResident, { type: 'close', reason: 'explained', words: '已经说明' })
      .refuses('not-yours');
  });

  test('自己写的答复，自己不能审核', () => {
    appealAfter(...handedIn, [both, reply])
      .when(both, pass)
      .refuses('not-yours');
    appealAfter(...handedIn, [both, reply])
      .when(coordinator, pass)
      .gives({ type: 'passed', text: reply.text, photos: ['photo-2'] });
  });
});

describe('评价、重办、结案（条例第二十三条）', () => {
  test.each([
    ['solved', 'solved', '解决了，按已解决结案'],
    ['partly', 'partlySolved', '部分解决，按部分解决结案'],
  ] as const)('居民说 %s，结案原因 %s（%s）', (solved, reason, _why) => {
    appealAfter(...awaitingRating)
      .when(resident, { ...rate, solved })
      .gives({ ...rate, type: 'rated', solved }, { type: 'closed', reason });
  });

  test('居民说没有解决，三个工作日内重办', () => {
    appealAfter(...awaitingRating)
      .when(resident, unsolved)
      .gives({ ...unsolved, type: 'rated' }, again);
  });

  test('专班回访发现没有解决，也退回重办', () => {
    appealAfter(...awaitingRating)
      .when(coordinator, { type: 'redo', words: '回访仍漏' })
      .gives({ ...again, words: '回访仍漏' });
  });

  test('重办没有交出结果之前，不能拿原来的答复再答一遍', () => {
    appealAfter(...reworking)
      .when(housingLeader, reply)
      .refuses('not-now');
    appealAfter(...reworked)
      .when(housingLeader, reply)
      .gives({ ...reply, type: 'replied', unit: 'housing', review: until('2026-03-10 10:00') });
  });

  test('重办两次还没有解决，上周例会，会前专班不再派出', () => {
    const twice = [
      ...reworked,
      [housingLeader, reply],
      [coordinator, pass],
      [resident, unsolved],
      note('housing', 'submitted', 9),
      [housingLeader, reply],
      [coordinator, pass],
    ] as const;
    const words = '居民评价：没有解决';
    appealAfter(...twice)
      .when(resident, unsolved)
      .gives({ ...unsolved, type: 'rated' }, toConsult(words, 3), {
        ...{ type: 'climbed', from: 'street', step: 'weekly', reason: 'redo2', words },
      });
    const waiting = appealAfter(...twice, [resident, unsolved]);
    waiting.when(coordinator, designate).refuses('not-now');
    waiting.when(coordinator, call).refuses('not-now');
  });

  test('会商后再派出的，重办时限自派出起算', () => {
    const released = note('housing', 'released', 7);
    appealAfter(...reworking, released)
      .when(coordinator, designate)
      .gives({ ...designate, type: 'designated', redo: until('2026-03-12 10:00'), byLeader: true });
  });

  test('别人不能替居民评价', () => {
    appealAfter(...awaitingRating)
      .when(neighbour, rate)
      .refuses('not-yours');
    appealAfter(...awaitingRating)
      .when(coordinator, rate)
      .refuses('not-yours');
  });

  test.each([
    ['explained', accepted, true],
    ['explained', consulting, true],
    ['explained', awaitingRating, true],
    ['answered', consulting, false],
    ['answered', awaitingRating, false],
    ['unreachable', accepted, false],
    ['unreachable', consulting, false],
    ['unreachable', awaitingRating, true],
  ] as const)('按 %s 结案：只在说得通的时候', (reason, before, allowed) => {
    const close = { type: 'close', reason, words: '已向居民说明情况' } as const;
    const story = appealAfter(...before).when(coordinator, close);
    if (allowed) story.gives({ ...close, type: 'closed' });
    else story.refuses('not-now');
  });

  test('办理途中不能结案', () => {
    for (const before of [submitted, dispatched, inProgress, replied, reworking]) {
      appealAfter(...before)
        .when(coordinator, { type: 'close', reason: 'explained', words: '已经说明' })
        .refuses('not-now');
    }
  });
});

describe('撤回', () => {
  test('答复之前，本人可以撤回；要不要说原因随他', () => {
    for (const before of [submitted, accepted, consulting, dispatched, whistled, inProgress, reworking]) {
      appealAfter(...before)
        .when(resident, { type: 'withdraw' })
        .gives({ type: 'withdrawn' });
    }
  });

  test('别人不能撤，专班也不能', () => {
    appealAfter(...submitted)
      .when(neighbour, { type: 'withdraw' })
      .refuses('not-yours');
    appealAfter(...submitted)
      .when(coordinator, { type: 'withdraw' })
      .refuses('not-yours');
  });
});

describe('每一种结束都有原因', () => {
  test.each([
    ['结案', closed, { reason: 'solved', at: at('2026-03-09 10:00') }],
    [
      '不予受理',
      declined,
      { reason: 'beyondDuty', words: '请找物业公司按合同处理', at: at('2026-03-09 10:00') },
    ],
    ['撤回', withdrawn, { reason: 'withdrawn', at: at('2026-03-09 10:00') }],
  ])('%s', (_, before, end) => {
    expect(appealAfter(...before).state.end).toEqual(end);
  });

  test('结束以后，任务的消息不改变结果', () => {
    const late = appealAfter(...closed, note('housing', 'released', 9));
    expect(late.state.status).toBe('closed');
    late.offers(coordinator, 'ask');
    late.offers(resident, 'reopen');
    late.offers(housing);
  });
});
