import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Assignment } from '../../domain/appeal/appeal.ts';
import type { Matter, Office } from '../../domain/office/office.ts';
import { clock as clockWords } from '../../domain/words.ts';
import { noFiles } from '../host/no-files.ts';
import { demoPeople } from '../office/people.ts';
import { ask, Stopped } from './caller.ts';
import { type Journey, journey } from './journey.ts';

export interface Tale {
  readonly store: Store;
  office(): Promise<Office>;
  /** How many went before: it decides the path. */
  readonly place: number;
  readonly text: string;
  readonly asked?: string | undefined;
}

/** How one message came through. `late`: the clocks missed on its way, in words. */
export interface Ended {
  readonly number: string;
  readonly path: 'dispatch' | 'whistle';
  readonly late: readonly string[];
  readonly reportInsLate: number;
  readonly redone: number;
  readonly end: string;
  readonly refused?: string;
}

const minute = 60_000;
const hour = 60 * minute;
const coordinator = 'coordinator-pubu';
const longest = 2000;
const residents = demoPeople.filter((person) => person.kind === 'resident').map((person) => person.id);

/** A message's own clock, epoch ms: its way ends before the next one's begins, whatever time that takes. */
interface Time {
  now: number;
}

/** Takes one message all the way to its end through the door, with a clock that is moved from step to step. */
export async function tell(tale: Tale): Promise<Ended> {
  const office = await tale.office();
  const time: Time = { now: beginning(tale.asked, office) };
  const faults: unknown[] = [];
  const cloud: Cloud = {
    store: tale.store,
    office: tale.office,
    now: () => time.now,
    files: noFiles,
    log: ({ error }) => faults.push(error),
  };
  const steps = journey(cloud, demoPeople, coordinator);
  const from = residents[tale.place % residents.length] ?? '';
  const path = tale.place % 2 === 0 ? 'dispatch' : 'whistle';
  const id = await steps.submit({ from, text: tale.text.slice(0, longest), identity: 'open' });
  const walk = {
    cloud,
    steps,
    time,
    id,
    from,
    matter: matterFor(tale.text, office),
    unsolved: tale.place % 5 === 4,
  };
  const refused = await walkOn(walk, path).then(() => undefined, reasonOf);
  if (faults.length > 0) throw faults[0];
  return { ...(await endOf(walk)), path, ...(refused !== undefined && { refused }) };
}

interface Walk {
  readonly cloud: Cloud;
  readonly steps: Journey;
  readonly time: Time;
  readonly id: string;
  readonly from: string;
  readonly matter: Matter;
  /** The resident says at first that it is not solved. */
  readonly unsolved: boolean;
}

async function walkOn(walk: Walk, path: Ended['path']): Promise<void> {
  const { steps, time, id, from, matter } = walk;
  time.now += 20 * minute;
  await steps.accept(id, { kind: 'help', tier: 'T3', matter: matter.id });
  time.now += 10 * minute;
  if (path === 'dispatch') await steps.dispatch(id, [{ unit: matter.lead, role: 'lead' }]);
  else await steps.whistle(id, '一家办不了，请三家到场一起办', calledFor(matter));
  await handle(walk);
  await answer(walk);
  if (walk.unsolved) {
    await steps.rate(from, id, 'unsolved', 'dissatisfied');
    const lead = (await steps.tasks(id)).find((each) => each.role === 'lead');
    if (!lead) throw new Error('an appeal in work has a lead');
    time.now += 2 * hour;
    await steps.work(lead.unit, lead.task, '再次到现场，按居民意见补办。');
    await steps.submitTask(lead.unit, lead.task, '补办完毕。');
    await answer(walk);
  }
  await steps.rate(from, id, 'solved', 'satisfied');
}

/** Everybody does his part; of three that are whistled for, the last reports in only after its clock ran out. */
async function handle({ cloud, steps, time, id }: Walk): Promise<void> {
  const tasks = await steps.tasks(id);
  time.now += 30 * minute;
  for (const { unit, task } of tasks) await steps.acknowledge(unit, task);
  const [lead] = tasks;
  if (lead) await steps.contact(lead.unit, lead.task, '已电话联系，核实了情况。');
  for (const [place, { unit, task }] of tasks.entries()) {
    if (tasks.length > 1 && place < tasks.length - 1) await steps.reportIn(unit, task);
  }
  const last = tasks.length > 1 ? tasks.at(-1) : undefined;
  if (last) {
    const { view } = await ask(cloud, coordinator, 'task', { id: last.task });
    time.now = (view.ball.dueAt ?? time.now) + minute;
    await sweep(cloud);
    await steps.reportIn(last.unit, last.task);
  }
  for (const { unit, task } of tasks) {
    await steps.work(unit, task, '到现场查看并处理。');
    await steps.submitTask(unit, task, '处理完毕，现场已恢复。');
  }
}

async function answer({ steps, time, id }: Walk): Promise<void> {
  const lead = (await steps.tasks(id)).find((each) => each.role === 'lead');
  if (!lead) throw new Error('an appeal in work has a lead');
  time.now += hour;
  await steps.reply(lead.unit, id, '您反映的问题已到现场核实并处理完毕，如有反复请随时告诉我们。');
  time.now += hour;
  await steps.review(id);
  time.now += hour;
}

async function endOf({ cloud, id }: Walk): Promise<Omit<Ended, 'path' | 'refused'>> {
  const { view } = await ask(cloud, coordinator, 'appeal', { id });
  const tasks = await Promise.all(
    view.units.map(({ task }) => ask(cloud, coordinator, 'task', { id: task })),
  );
  const marks = [...view.missed, ...tasks.flatMap((task) => task.view.missed)].map((mark) => mark.clock);
  return {
    number: view.number,
    late: [...new Set(marks)].map((name) => clockWords[name as keyof typeof clockWords].zh),
    reportInsLate: marks.filter((name) => name === 'reportIn').length,
    redone: view.round,
    end: view.status,
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof Stopped) return error.message;
  throw error;
}

function calledFor({ lead }: Matter): Assignment[] {
  const others = ['urban', 'police', 'market'].filter((unit) => unit !== lead).slice(0, 2);
  return [
    { unit: lead, role: 'lead', need: '牵头查看现场，拿出办法' },
    ...others.map((unit): Assignment => ({ unit, role: 'assist', need: '到场配合，依职责处理' })),
  ];
}

/** The matter most of whose words stand in the text; the first one of the catalogue where none does. */
function matterFor(text: string, { matters }: Office): Matter {
  const hits = (matter: Matter) => matter.words.filter((word) => text.includes(word)).length;
  const [best] = [...matters].sort((one, other) => hits(other) - hits(one));
  if (!best) throw new Error('the office has no matters');
  return best;
}

/** When it was asked, where the office's calendar knows that day; else a Monday morning it knows. */
function beginning(asked: string | undefined, { calendar }: Office): number {
  const known = calendar.layers.flatMap((layer) => layer.rest).sort()[0] ?? calendar.horizon;
  const at = asked ? Date.parse(`${asked} GMT+0800`) : Number.NaN;
  const day = Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 10);
  return day > known && day < calendar.horizon ? at : Date.parse('2026-03-02T10:00:00+08:00');
}
