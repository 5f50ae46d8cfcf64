import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { officeOf } from '../../cloudfunctions/office-store.ts';
import { project } from '../../cloudfunctions/project.ts';
import { hurry, sweep } from '../../cloudfunctions/sweep.ts';
import type { Assignment } from '../../domain/appeal/appeal.ts';
import { connectDouble } from '../../local/double/connect.ts';
import type { Double } from '../../local/double/server.ts';
import { noFiles } from '../../local/host/no-files.ts';
import { furnish } from '../../local/host/office-store.ts';
import { type Journey, journey } from '../../local/journey/journey.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';

let double: Double;
let steps: Journey;
let cloud: Cloud;

beforeEach(async () => {
  const connected = await connectDouble(collections);
  double = connected.double;
  const { store } = connected;
  await furnish(store, demoOffice, demoPeople);
  const now = () => Date.parse('2026-03-09T10:00:00+08:00');
  const log: Cloud['log'] = ({ error }) => {
    throw error;
  };
  cloud = { store, office: officeOf(store), now, files: noFiles, log };
  steps = journey(cloud, demoPeople, 'coordinator-pubu');
});
afterEach(() => double.close());

const from = 'resident-zhuoma';
const text = '家里屋顶漏水，请帮忙看看。'.repeat(25).slice(0, 300);
const units = [...new Set(demoOffice.matters.map(({ lead }) => lead))].slice(0, 8);
const matter = demoOffice.matters.find(({ lead }) => lead === units[0])?.id ?? '';

/** What of an appeal's way is paid for: every call to the database, and the bytes to and fro. */
async function costOf(send: (id: string) => Promise<void>): Promise<{ calls: number; kilobytes: number }> {
  double.calls.clear();
  double.bytes = 0;
  const id = await steps.submit({ from, text, identity: 'open' });
  await steps.accept(id, { kind: 'help', tier: 'T3', matter });
  await send(id);
  const tasks = await uncounted(() => steps.tasks(id));
  for (const { unit, task } of tasks) {
    await steps.acknowledge(unit, task);
    if (tasks.length > 1) await steps.reportIn(unit, task);
    await steps.contact(unit, task, '已电话联系，核实了情况。');
    await steps.work(unit, task, '到现场查看并处理。');
    await steps.submitTask(unit, task, '处理完毕，现场已恢复。');
  }
  await steps.reply(units[0] ?? '', id, '您反映的问题已到现场核实并处理完毕，如有反复请随时告诉我们。');
  await steps.review(id);
  await steps.rate(from, id, 'solved', 'satisfied');
  const calls = [...double.calls.values()].reduce((sum, each) => sum + each, 0);
  return { calls, kilobytes: Math.round(double.bytes / 1024) };
}

async function uncounted<T>(ask: () => Promise<T>): Promise<T> {
  const [calls, bytes] = [new Map(double.calls), double.bytes];
  const value = await ask();
  double.calls.clear();
  for (const [action, count] of calls) double.calls.set(action, count);
  double.bytes = bytes;
  return value;
}

test('an appeal from submitted to closed costs no more calls than docs/deploy.md says', async () => {
  const plain = await costOf((id) => steps.dispatch(id, [{ unit: units[0] ?? '', role: 'lead' }]));
  expect(plain.calls).toBeLessThanOrEqual(84);
  expect(plain.kilobytes).toBeLessThanOrEqual(192);
});

test('an appeal with a whistle to eight departments costs no more calls than docs/deploy.md says', async () => {
  const called = units.map((unit, n): Assignment => {
    return { unit, role: n === 0 ? 'lead' : 'assist', need: '到场配合' };
  });
  expect(called).toHaveLength(8);
  const whistle = await costOf((id) => steps.whistle(id, '一家办不了，请到场一起办', called));
  expect(whistle.calls).toBeLessThanOrEqual(486);
  expect(whistle.kilobytes).toBeLessThanOrEqual(1640);
});

async function callsOf(doing: () => Promise<unknown>): Promise<number> {
  double.calls.clear();
  await doing();
  return [...double.calls.values()].reduce((sum, each) => sum + each, 0);
}

test('the figures cost a few calls an appeal, and few where nothing changed, as docs/deploy.md says', async () => {
  for (let number = 0; number < 25; number += 1)
    await costOf((id) => steps.dispatch(id, [{ unit: units[0] ?? '', role: 'lead' }]));
  const counted = await callsOf(() => project(cloud, Number.MAX_SAFE_INTEGER));
  expect(counted / 25).toBeLessThanOrEqual(6);
  expect(await callsOf(() => project(cloud, Number.MAX_SAFE_INTEGER))).toBe(3);
});

test('a sweep that finds nothing due costs no more calls than docs/deploy.md says', async () => {
  await costOf((id) => steps.dispatch(id, [{ unit: units[0] ?? '', role: 'lead' }]));
  await sweep(cloud);
  expect(await callsOf(() => sweep(cloud))).toBe(11);
});

test('a minute in which nobody waits for anything costs no more calls than docs/deploy.md says', async () => {
  await costOf((id) => steps.dispatch(id, [{ unit: units[0] ?? '', role: 'lead' }]));
  await sweep(cloud);
  const templates = { progress: { id: 't', fields: { what: 'thing1' } } } as const;
  const office = async () => {
    const { rules, ...rest } = await cloud.office();
    return { ...rest, rules: { ...rules, messages: { ...rules.messages, templates } } };
  };
  const telling: Cloud = { ...cloud, office, weChat: { send: async () => undefined } };
  await telling.office();
  expect(await callsOf(() => hurry(telling))).toBeLessThanOrEqual(2);
});
