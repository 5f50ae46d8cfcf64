import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { journey } from '../../local/journey/journey.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';

const coordinator = 'coordinator-pubu';
const residents = demoPeople.filter(({ kind }) => kind === 'resident').map(({ id }) => id);
const sentence = '楼下路灯坏了三天，晚上看不清台阶，老人出门容易摔倒，请派人来修一下，谢谢。';
const text = sentence.repeat(9).slice(0, 300);

/** The commands of one job; asking for its task is no command, but belongs to it. */
export const stepsOfJob = 9;

/** One appeal from submit to closed through the door, nine commands by four people. Rejects unless every step is taken. */
export async function doJob(cloud: Cloud, n: number): Promise<void> {
  const steps = journey(cloud, demoPeople, coordinator);
  const from = residents[n % residents.length] ?? '';
  const [matter] = demoOffice.matters;
  if (!matter) throw new Error('the office has no matters');
  const id = await steps.submit({ from, text, identity: 'open' });
  await steps.accept(id, { kind: 'help', tier: 'T3', matter: matter.id });
  await steps.dispatch(id, [{ unit: matter.lead, role: 'lead' }]);
  const [task] = await steps.tasks(id);
  if (!task) throw new Error('an appeal in work has a lead');
  await steps.acknowledge(task.unit, task.task);
  await steps.work(task.unit, task.task, '到现场查看并处理。');
  await steps.submitTask(task.unit, task.task, '处理完毕，现场已恢复。');
  await steps.reply(task.unit, id, '您反映的问题已到现场核实并处理完毕，如有反复请随时告诉我们。');
  await steps.review(id);
  await steps.rate(from, id, 'solved', 'satisfied');
}
