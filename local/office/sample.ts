import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { Assignment } from '../../domain/appeal/appeal.ts';
import { type Journey, journey, type Sorting } from '../journey/journey.ts';
import { matters } from './matters.ts';
import { demoMessages, type Message } from './messages.ts';
import { demoPeople } from './people.ts';
import { holdAsked, objected } from './sample-leave.ts';

const hour = 3_600_000;
const day = 24 * hour;
const coordinator = 'coordinator-pubu';
const answer = '已到现场处理完毕，并安排专人每天巡查；如有反复，请拨打街道电话，我们当天再来。';

/** A clock that the sample moves through the days before the first start. Epoch ms. */
interface Time {
  now: number;
}

/** How far a sample appeal has come. Each row goes on where the row above it stopped. */
type Stage = 'submitted' | 'accepted' | 'dispatched' | 'inProgress' | 'replied' | 'awaitingRating' | 'closed';

/** Which message stands where today, and how many days ago it began. */
const plain: readonly (readonly [stage: Stage, daysAgo: number])[] = [
  ['submitted', 0],
  ['submitted', 0],
  ['submitted', 0.2],
  ['accepted', 0.3],
  ['dispatched', 1],
  ['dispatched', 0.2],
  ['inProgress', 3],
  ['inProgress', 2],
  ['replied', 4],
  ['awaitingRating', 5],
  ['awaitingRating', 6],
  ['closed', 8],
  ['closed', 9],
  ['closed', 11],
];

/** Fills the office with appeals in every state, each brought there through the door by those whose step it was. */
export async function sample(cloud: Cloud, until: number): Promise<void> {
  const time: Time = { now: until };
  const steps = journey({ ...cloud, now: () => time.now }, demoPeople, coordinator);
  const left = [...demoMessages];
  const next = () => {
    const message = left.shift();
    if (!message) throw new Error('the sample has more rows than messages');
    return message;
  };
  for (const [stage, daysAgo] of plain) {
    time.now = until - daysAgo * day - hour;
    await straight(steps, next(), stage, time, until);
  }
  await ended(steps, next, time, until);
  await reworked(steps, next(), time, until);
  await whistled(steps, next(), time, until, 1);
  await whistled(steps, next(), time, until, 5);
  await unapproved(steps, next(), time, until);
  await asked({ ...cloud, now: () => time.now }, steps, next, time, until);
}

/** A whistle asked for half an hour ago: the leader has not said yes. */
async function unapproved(steps: Journey, message: Message, time: Time, until: number): Promise<void> {
  time.now = until - hour / 2;
  const id = await steps.submit(message);
  await steps.accept(id, sortingOf(message));
  await steps.askWhistle(id, '一家劝不住，请几家一起到现场', calledFor(message));
}

/** One waits for leave to be put on hold, one for a ruling on whose duty it is; one was just given to its grid. */
async function asked(
  cloud: Cloud,
  steps: Journey,
  next: () => Message,
  time: Time,
  until: number,
): Promise<void> {
  const [cold, disputed, quarrel] = [next(), next(), next()];
  time.now = until - 1.2 * day;
  const held = await straight(steps, cold, 'inProgress', time, until);
  time.now = until;
  await holdAsked(cloud, held, leadOf(cold));
  await objected(cloud, await straight(steps, disputed, 'dispatched', time, until), leadOf(disputed));
  time.now = until - hour;
  await steps.entrust(await straight(steps, quarrel, 'accepted', time, until), 'grid');
}

async function straight(
  steps: Journey,
  message: Message,
  stage: Stage,
  time: Time,
  until: number,
): Promise<string> {
  const reached = (wanted: Stage) => order.indexOf(stage) >= order.indexOf(wanted);
  const later = (hours: number) => {
    time.now = Math.min(time.now + hours * hour, until);
  };
  const sorting = sortingOf(message);
  const lead = leadOf(message);
  const id = await steps.submit(message);
  if (!reached('accepted')) return id;
  later(0.5);
  await steps.accept(id, sorting);
  if (!reached('dispatched')) return id;
  await steps.dispatch(id, [{ unit: lead, role: 'lead' }]);
  if (!reached('inProgress')) return id;
  later(1);
  const task = (await steps.tasks(id))[0]?.task ?? '';
  await steps.acknowledge(lead, task);
  await steps.contact(lead, task, '已电话联系，约好当天上门看现场。');
  later(2);
  await steps.work(lead, task, '到现场查看，情况属实，已安排人员处理。');
  if (!reached('replied')) return id;
  later(20);
  await steps.submitTask(lead, task, '处理完毕，现场已恢复。');
  await steps.reply(lead, id, answer);
  if (!reached('awaitingRating')) return id;
  later(2);
  await steps.review(id);
  if (!reached('closed')) return id;
  later(5);
  await steps.rate(message.from, id, 'solved', 'satisfied');
  return id;
}

const order: readonly Stage[] = [
  'submitted',
  'accepted',
  'dispatched',
  'inProgress',
  'replied',
  'awaitingRating',
  'closed',
];

async function ended(steps: Journey, next: () => Message, time: Time, until: number): Promise<void> {
  time.now = until - 2 * day;
  const declined = await steps.submit(next());
  await steps.decline(
    declined,
    'beyondDuty',
    '这是邻里之间的买卖纠纷，可请社区调解室帮忙调解，或向法院起诉。',
  );
  const message = next();
  const withdrawn = await steps.submit(message);
  await steps.withdraw(message.from, withdrawn);
  const answered = next();
  const id = await steps.submit(answered);
  await steps.accept(id, { ...sortingOf(answered), kind: 'consult' });
  await steps.close(id, '已电话当场解释办理条件和窗口时间，居民表示清楚。');
}

async function reworked(steps: Journey, message: Message, time: Time, until: number): Promise<void> {
  time.now = until - 7 * day;
  const id = await straight(steps, message, 'awaitingRating', time, until);
  time.now = until - day;
  await steps.rate(message.from, id, 'unsolved', 'dissatisfied');
}

/** A whistle to three: the lead is there, one is on its way, one has not stirred; a day on its clock runs out. */
async function whistled(
  steps: Journey,
  message: Message,
  time: Time,
  until: number,
  daysAgo: number,
): Promise<void> {
  time.now = until - daysAgo * day;
  const id = await steps.submit(message);
  await steps.accept(id, sortingOf(message));
  const units = calledFor(message);
  await steps.whistle(id, '一家办不了，请到现场一起看、当场定办法', units);
  const [lead, second] = await steps.tasks(id);
  if (!lead || !second) throw new Error('a whistle calls at least two');
  time.now = Math.min(time.now + hour, until);
  await steps.acknowledge(lead.unit, lead.task);
  await steps.acknowledge(second.unit, second.task);
  await steps.setOut(second.unit, second.task);
  await steps.reportIn(lead.unit, lead.task);
  await steps.work(lead.unit, lead.task, '已到现场，正在摸清涉及哪几家。');
}

function calledFor(message: Message): Assignment[] {
  const lead = leadOf(message);
  const others = ['police', 'urban', 'market'].filter((unit) => unit !== lead).slice(0, 2);
  return [
    { unit: lead, role: 'lead', need: '牵头查看现场，拿出办法' },
    ...others.map((unit): Assignment => ({ unit, role: 'assist', need: '到场配合，依职责处理' })),
  ];
}

function sortingOf({ matter, kind }: Message): Sorting {
  return { matter, kind, tier: matters.find((each) => each.id === matter)?.tier ?? 'T3' };
}

function leadOf({ matter }: Message): string {
  return matters.find((each) => each.id === matter)?.lead ?? 'street-service';
}
