import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { officeOf } from '../../cloudfunctions/office-store.ts';
import { project } from '../../cloudfunctions/project.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import type { Assignment } from '../../domain/appeal/appeal.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { furnish } from '../../local/host/office-store.ts';
import { ask, send } from '../../local/journey/caller.ts';
import { journey } from '../../local/journey/journey.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { contentOf } from '../../miniprogram/coordinator/pages/figures/content.ts';
import { copyOf } from '../../miniprogram/lib/copy.ts';
import { pickUpPhone } from '../support/phone.ts';

/** 报道里的一年：“吹哨 13 次，解决事项 11 起，参与报到部门 20 余家”. */
const published = { blown: 13, solved: 11, rate: '84.6%' };

const coordinator = 'coordinator-pubu';
const reply = '几家部门一起到现场办完，处理情况已经当面向您说明，如有反复请随时告诉我们。';
const staffed = demoOffice.units.filter(({ id, kind }) => {
  const has = (role: 'handler' | 'unitLeader') =>
    demoPeople.some((person) => person.unit === id && person.roles.includes(role));
  return kind === 'department' && has('handler') && has('unitLeader');
});
/** 牵头的十三家，每声哨一家；协办的九家轮着来：一共二十二家. */
const leads = staffed.slice(0, 13);
const assists = staffed.slice(13, 22);

let store: Store;
let cloud: Cloud;
let steps: ReturnType<typeof journey>;

beforeAll(async () => {
  store = await openSqlite({ file: ':memory:', collections });
  await furnish(store, demoOffice, demoPeople);
  const log: Cloud['log'] = ({ error }) => {
    throw error;
  };
  const now = () => Date.parse('2026-03-09T10:00:00+08:00');
  cloud = { store, office: officeOf(store), now, files: noFiles, log };
  steps = journey(cloud, demoPeople, coordinator);
  for (let number = 0; number < published.blown; number += 1) await whistles(number);
  await project(cloud, Number.MAX_SAFE_INTEGER);
}, 120_000);
afterAll(() => store.close());

/** One whistle from the appeal to the scores; the last two were not solved. */
async function whistles(number: number): Promise<void> {
  const [lead, assist] = [leads[number]?.id ?? '', assists[number % assists.length]?.id ?? ''];
  const text = `第 ${number + 1} 件，一家办不了的事。`;
  const id = await steps.submit({ from: 'resident-zhuoma', text, identity: 'open' });
  await steps.accept(id, { kind: 'help', tier: 'T3', matter: 'street-lamp' });
  const units: Assignment[] = [
    { unit: lead, role: 'lead', need: '到场牵头' },
    { unit: assist, role: 'assist', need: '到场配合' },
  ];
  await steps.whistle(id, text, units);
  for (const { unit, task } of await steps.tasks(id)) {
    await steps.acknowledge(unit, task);
    await steps.reportIn(unit, task);
    await steps.work(unit, task, '到现场一起办。');
    await steps.submitTask(unit, task, '办完了。');
  }
  await steps.reply(lead, id, reply);
  const { whistle = '' } = (await ask(cloud, coordinator, 'appeal', { id })).view;
  const result = number < published.solved ? 5 : 2;
  const scores = [
    { unit: lead, reportIn: 5, handling: 5, result },
    { unit: assist, reportIn: 5, handling: 5, result: 5 },
  ];
  await send(cloud, coordinator, { process: 'whistle', id: whistle, command: { type: 'evaluate', scores } });
}

test('吹哨 13 次、解决 11 起、参与部门 20 余家：解决率 84.6 %', async () => {
  const page = await ask(cloud, coordinator, 'figures', { period: '2026', by: 'unit' });
  expect(page.whole.whistles).toBe(13);
  expect(page.departments).toBe(22);
  expect(page.whole.shares.whistleSolved).toBeCloseTo(11 / 13, 10);
  expect(page.whole.shares.reportingIn).toBe(1);
});

test('研判页上写的是这几个数', async () => {
  pickUpPhone();
  const page = await ask(cloud, coordinator, 'figures', { period: '2026', by: 'unit' });
  const { whistles } = contentOf(page, copyOf('figures'));
  expect(whistles.slice(0, 2).map(({ zh, value, unit }) => [zh, value, unit])).toEqual([
    ['吹哨数', '13', '声'],
    ['参与部门', '22', '个'],
  ]);
  expect(whistles.find(({ zh }) => zh === '吹哨解决率')?.value).toBe(published.rate);
});
