import { commit } from '../../cloudfunctions/commit.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Appeal } from '../../domain/appeal/appeal.ts';
import { cityWith } from '../support/city.ts';
import { Desk } from '../support/desk.ts';
import { coordinator, resident, system } from '../support/office.ts';

let desk: Desk;
const open = async (automatic: Readonly<Record<string, number>>) => {
  desk = await Desk.open(undefined, { office: async () => cityWith({ automatic }) });
};
afterEach(() => desk.store.close());

const place = { address: '柳林巷 3 号', grid: 'grid-huayuan' };
const written = (id: string, text: string) =>
  desk.done([resident, 'appeal', id, { type: 'submit', text, photos: [], place, identity: 'open' }]);
const appeal = (id: string) => desk.state<Appeal>('appeal', id);

test('开通了的事项、够有把握：自己受理、派单，只派一次，记着是系统办的', async () => {
  await open({ 'power-cut': 0.6 });
  await written('appeal-0001', '停电跳闸，电压低');
  await sweep(desk.cloud);
  await sweep(desk.cloud);
  expect(await appeal('appeal-0001')).toMatchObject({
    status: 'dispatched',
    matter: 'power-cut',
    proposed: 'power-cut',
    tasks: [{ unit: 'power', role: 'lead' }],
  });
  const answer = await desk.ask(coordinator, 'appeal', { id: 'appeal-0001' });
  expect(answer).toMatchObject({
    ok: true,
    value: { lines: [{}, { zh: '已受理', who: '系统' }, { zh: '已派单：供电公司（主办）', who: '系统' }] },
  });
  expect(desk.logged).toEqual([]);
});

test('默认全关：没有人动，就放着等人', async () => {
  await open({});
  await written('appeal-0001', '停电跳闸，电压低');
  await sweep(desk.cloud);
  expect((await appeal('appeal-0001')).status).toBe('submitted');
});

test.each([
  ['把握不够', '家里从昨天停电'],
  ['投诉', '投诉停电跳闸，电压低'],
  ['举报', '举报有人拉闸，停电跳闸，电压低'],
  ['有危险', '停电跳闸，电压低，电线着火了'],
  ['没开通', '屋里冷，暖气片漏水，供暖一直不热'],
])('%s：等人', async (_, text) => {
  await open({ 'power-cut': 0.6 });
  await written('appeal-0001', text);
  await sweep(desk.cloud);
  expect((await appeal('appeal-0001')).status).toBe('submitted');
});

test.each([
  ['投诉', 'complain', 'power-cut', 'needs-person'],
  ['举报', 'report', 'power-cut', 'needs-person'],
  ['没开通的事项', 'help', 'rubbish', 'not-automatic'],
])('规则守着：系统不能自己受理%s', async (_, kind, matter, code) => {
  await open({ 'power-cut': 0.1 });
  await written('appeal-0001', '停电跳闸，电压低');
  const command = { type: 'accept', kind, tier: 'T3', matter };
  const order = { process: 'appeal', id: 'appeal-0001', command, commandId: 'by-itself', actor: system };
  await expect(commit(desk.cloud, order)).rejects.toMatchObject({ code });
});
