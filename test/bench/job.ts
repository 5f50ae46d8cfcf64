import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { Assignment } from '../../domain/appeal/appeal.ts';
import type { Way } from '../../local/journey/caller.ts';
import { journey } from '../../local/journey/journey.ts';
import { demoOffice } from '../../local/office/office.ts';
import { demoPeople } from '../../local/office/people.ts';

const coordinator = 'coordinator-pubu';
const residents = demoPeople.filter(({ kind }) => kind === 'resident').map(({ id }) => id);
const sentence = '楼下路灯坏了三天，晚上看不清台阶，老人出门容易摔倒，请派人来修一下，谢谢。';
const text = sentence.repeat(9).slice(0, 300);
const [matter] = demoOffice.matters;
const answered = '您反映的问题已到现场核实并处理完毕，如有反复请随时告诉我们。';

export interface Job {
  /** Commands it takes; asking for its tasks is no command, but belongs to it. */
  readonly commands: number;
  /** From submit to closed. Rejects unless every step is taken. */
  run(door: Cloud | Way, n: number): Promise<void>;
}

/** One appeal, one unit. */
const plain: Job = {
  commands: 9,
  async run(door, n) {
    const { steps, from, id } = await accepted(door, n);
    await steps.dispatch(id, [{ unit: matter?.lead ?? '', role: 'lead' }]);
    for (const { unit, task } of await steps.tasks(id)) {
      await steps.acknowledge(unit, task);
      await steps.work(unit, task, '到现场查看并处理。');
      await steps.submitTask(unit, task, '处理完毕，现场已恢复。');
    }
    await steps.reply(matter?.lead ?? '', id, answered);
    await steps.review(id);
    await steps.rate(from, id, 'solved', 'satisfied');
  },
};

const called = [...new Set(demoOffice.matters.map(({ lead }) => lead))]
  .slice(0, 8)
  .map((unit, n): Assignment => ({ unit, role: n === 0 ? 'lead' : 'assist', need: '到场配合' }));

/** One appeal and a whistle to eight departments, one after another. */
const whistle: Job = {
  commands: 7 + 4 * called.length,
  async run(door, n) {
    const { steps, from, id } = await accepted(door, n);
    await steps.whistle(id, '一家办不了，请到场一起办', called);
    for (const { unit, task } of await steps.tasks(id)) {
      await steps.acknowledge(unit, task);
      await steps.reportIn(unit, task);
      await steps.work(unit, task, '到现场查看并处理。');
      await steps.submitTask(unit, task, '处理完毕，现场已恢复。');
    }
    await steps.reply(called[0]?.unit ?? '', id, answered);
    await steps.review(id);
    await steps.rate(from, id, 'solved', 'satisfied');
  },
};

export const jobs = { plain, whistle } as const satisfies Record<string, Job>;

export type JobName = keyof typeof jobs;

async function accepted(door: Cloud | Way, n: number) {
  const steps = journey(door, demoPeople, coordinator);
  const from = residents[n % residents.length] ?? '';
  const id = await steps.submit({ from, text, identity: 'open' });
  await steps.accept(id, { kind: 'help', tier: 'T3', matter: matter?.id ?? '' });
  return { steps, from, id };
}
