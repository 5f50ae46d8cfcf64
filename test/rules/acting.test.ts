import type { Appeal } from '../../domain/appeal/appeal.ts';
import type { Me, Page, Pending } from '../../domain/contract.ts';
import type { Actor } from '../../domain/kernel/process.ts';
import { withActing } from '../../domain/office/person.ts';
import type { View as SupervisionView } from '../../domain/supervision/view.ts';
import * as told from '../functions/told.ts';
import { type Call, Desk } from '../support/desk.ts';
import { clerk, coordinator, gridWorker, housing, housingLeader } from '../support/office.ts';
import * as rules from './told.ts';

/** 东社区的名册上只有社区干事、网格员，没有负责人；楼道保洁归社区主办. */
const id = told.appealId;
const stairs = { ...rules.accept, matter: 'stairs' };
const toEast = told.onAppeal(coordinator, { type: 'dispatch', units: [{ unit: 'east', role: 'lead' }] });
const pressed = told.onAppeal(coordinator, { type: 'supervise', kind: 'routine', words: '三天没有动静' });
const supervisionId = `${id}-s4`;
const answers = (actor: Actor): Call => [
  actor,
  'supervision',
  supervisionId,
  { type: 'answer', words: '保洁员请假，今天补上' },
];
const onTask = (command: Call[3]): Call => [clerk, 'task', `${id}-d3-east`, command];
const worked = { ...rules.work, photos: [] };
const replied = told.onAppeal(clerk, { ...rules.reply, photos: [] });

let desk: Desk;
beforeEach(async () => {
  desk = await Desk.open();
});
afterEach(async () => {
  expect(desk.logged).toEqual([]);
  await desk.store.close();
});

/** The roster is put in anew, with these beside the clerk and the worker of the grid. */
const roster = async (...others: readonly Actor[]) => {
  const people = withActing([clerk, gridWorker, housing, ...others]);
  await desk.store.transact(async (tx) => {
    for (const { id, ...person } of people) await tx.put('person', { _id: id, id, ...person });
  });
};
const given = (...calls: readonly Call[]) =>
  desk.done(told.asked, told.onAppeal(coordinator, stairs), toEast, ...calls);
const rolesOf = async (actor: Actor) => {
  const answer = await desk.ask(actor, 'me');
  return answer.ok ? (answer.value as Me).roles : [];
};

describe('名册上没有负责人的单位', () => {
  test('社区由社区干事、部门由经办人代负责；有负责人的不代，网格员不代', async () => {
    await roster(housingLeader);
    expect(await rolesOf(clerk)).toEqual(['resident', 'communityClerk', 'unitLeader']);
    expect(await rolesOf(gridWorker)).toEqual(['resident', 'gridWorker']);
    expect(await rolesOf(housing)).toEqual(['resident', 'handler']);
    await roster();
    expect(await rolesOf(housing)).toEqual(['resident', 'handler', 'unitLeader']);
  });

  test('督办社区：社区干事看得到，能说明情况', async () => {
    await roster();
    await given(pressed);

    const answer = await desk.ask(clerk, 'supervisions', { desk: 'unit' });
    expect(answer).toMatchObject({ ok: true });
    if (!answer.ok) return;
    const { items } = answer.value as Page<Pending<SupervisionView>>;
    expect(items).toMatchObject([{ view: { unit: 'east', status: 'open' }, moves: ['answer'] }]);
    await desk.done(answers(clerk));
    expect(await desk.state('supervision', supervisionId)).toMatchObject({ status: 'answered' });
  });

  test('名册上有了负责人，就由负责人说明，社区干事不再代', async () => {
    const head: Actor = { id: 'sonam-head', roles: ['resident', 'unitLeader'], unit: 'east' };
    await roster(head);
    await given(pressed);

    expect(await desk.send(answers(clerk))).toMatchObject({ ok: false, code: 'not-yours' });
    await desk.done(answers(head));
  });

  test('社区再次办理：社区干事交结果、答复，不会卡住', async () => {
    await roster();
    const handled = [{ type: 'acknowledge' }, worked, rules.handIn].map(onTask);
    await given(...handled, replied, told.passed, told.notSolved);
    expect(await desk.state<Appeal>('appeal', id)).toMatchObject({ status: 'reworking', byLeader: true });

    await desk.done(onTask(worked), onTask(rules.handIn), replied);
    expect(await desk.state<Appeal>('appeal', id)).toMatchObject({ status: 'replied' });
  });

  test('社区派错了的，社区干事可以提异议', async () => {
    await roster();
    await given(onTask({ type: 'object', duty: '楼道归物业公司保洁', owner: 'urban' }));
    expect(await desk.state('objection', `${id}-o-east`)).toMatchObject({ unit: 'east' });
  });
});

describe('社区主办的', () => {
  const ask = told.onAppeal(clerk, { type: 'ask', kind: 'extend', amount: 3, words: '保洁公司换人' });

  test('社区干事和部门的经办人一样，可以申请延期、收回', async () => {
    await given(ask);
    const [request] = (await desk.state<Appeal>('appeal', id)).requests ?? [];
    expect(request).toMatchObject({ kind: 'extend' });
    await desk.done([clerk, 'request', request?.request ?? '', { type: 'takeBack', words: '不用了' }]);
  });

  test('先交社区的，办不了就上交，不申请延期、挂账', async () => {
    await roster();
    const entrusted = told.onAppeal(coordinator, { type: 'entrust', step: 'community' });
    await desk.done(told.asked, told.onAppeal(coordinator, stairs), entrusted);
    expect(await desk.send(ask)).toMatchObject({ ok: false, code: 'not-yours' });
  });
});
