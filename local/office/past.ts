import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { Satisfied, Solved } from '../../domain/appeal/appeal.ts';
import type { Kind } from '../../domain/office/office.ts';
import { ask, send } from '../journey/caller.ts';
import { type Journey, journey } from '../journey/journey.ts';
import { matters } from './matters.ts';
import { demoMessages, type Message } from './messages.ts';
import { demoPeople } from './people.ts';

const hour = 3_600_000;
const day = 24 * hour;
const coordinator = 'coordinator-pubu';

/** What a street hears all year: the matter, how it is meant, and the words of two who said so. */
const heard: readonly (readonly [matter: string, kind: Kind, words: readonly string[]])[] = [
  [
    'rubbish',
    'complain',
    ['垃圾桶又满了，袋子堆在外面，野狗翻得满地都是。', '昨天没有人来清运垃圾，味道很大。'],
  ],
  [
    'water-burst',
    'help',
    ['地下的水管漏了，路面一直冒水，晚上要结冰。', '自来水从昨天起就很小，做饭都接不上。'],
  ],
  ['power-cut', 'help', ['从下午起停电，不知道什么时候来。', '电压忽高忽低，冰箱都不敢开。']],
  [
    'heating-cold',
    'help',
    ['暖气一天都不热，家里只有十二度，有老人。', '暖气片上面热下面凉，报修没有人来。'],
  ],
  ['stray-dog', 'complain', ['流浪狗追着孩子跑，早上不敢出门。', '有几条没有主人的狗晚上一直叫。']],
  ['parking', 'complain', ['门口又停满了车，救护车都进不来。', '放学的时候两边都停车，堵得走不动。']],
  ['festival-noise', 'complain', ['音响放到半夜，老人孩子睡不着。', '广场音响声音太大，窗户都在响。']],
  ['manhole', 'help', ['路上的井盖松了，车一过就响，怕掉下去。', '井盖边上塌了一圈，晚上看不见。']],
  [
    'illegal-building',
    'complain',
    ['楼顶又在搭彩钢房，把楼道都占了。', '院子里新砌了一间房，挡住了别人家的窗户。'],
  ],
  ['yaks', 'help', ['牦牛走到大路上来了，开车很危险。', '有几头牛在草坪上，没有人管。']],
];

const answers = [
  '已到现场处理完毕，一周内再来看一次；如有反复，请拨打街道电话。',
  '当天派人处理好了，谢谢您告诉我们。以后每天巡查一次。',
  '已经修好，现场试过正常。有问题随时打值班电话。',
  '问题属实，已处理，并与有关商户说好不再发生。',
  '已处理。同样的地方我们都查了一遍，一并解决。',
];

const outcomes: readonly (readonly [Solved, Satisfied])[] = [
  ...Array<[Solved, Satisfied]>(5).fill(['solved', 'satisfied']),
  ...Array<[Solved, Satisfied]>(2).fill(['solved', 'basically']),
  ['partly', 'neutral'],
];

/** How many, and how far apart: one or two a day for two months, the last of them nine days ago. */
const many = 96;
const apart = day / 1.8;
const last = 9 * day;

/** A message and when it was sent, in epoch ms. */
interface Told {
  readonly message: Message;
  readonly startedAt: number;
}

/**
 * Two months of work that is done and closed, so that figures, trends and what the office has learnt have
 * something to show, and this week more rubbish by the river than usual. Everybody has read what they were told.
 */
export async function past(cloud: Cloud, until: number): Promise<void> {
  const time = { now: until };
  const steps = journey({ ...cloud, now: () => time.now }, demoPeople, coordinator);
  const told = [...ordinary(until), ...thisWeek(until)];
  for (const [at, { message, startedAt }] of told.entries()) {
    time.now = startedAt;
    await closed(steps, message, at, (hours) => {
      time.now += hours * hour;
    });
  }
  for (const { id } of demoPeople) await read(cloud, id, until);
}

/** Matters and places go round at different paces, so that each matter is heard of from many places. */
function ordinary(until: number): Told[] {
  return Array.from({ length: many }, (_, at) => {
    const [matter, kind, words] = heard[(at * 7) % heard.length] as (typeof heard)[number];
    const { from, place } = demoMessages[(at * 11) % demoMessages.length] as Message;
    const text = words[at % words.length] ?? '';
    const message: Message = { id: `past-${at}`, from, place, matter, kind, text, identity: 'open' };
    return { message, startedAt: until - last - (many - at) * apart };
  });
}

const byTheRiver = [
  '河边的垃圾桶又满了，风一吹到处都是。',
  '步道上全是塑料袋，没有人来扫。',
  '垃圾三天没有清运了，味道大得很。',
  '林卡过后的垃圾还堆在河边。',
];

function thisWeek(until: number): Told[] {
  const first = demoMessages.find(({ matter }) => matter === 'rubbish') as Message;
  const writers = demoMessages.map(({ from }) => from).filter((from) => from.startsWith('resident-'));
  return byTheRiver.map((text, at) => ({
    message: { ...first, id: `week-${at}`, from: writers[at * 2 + 1] ?? first.from, text },
    startedAt: until - (6 - at) * day + 2 * hour,
  }));
}

/** One from its first word to its rating, by the hands whose step it was; `at` varies how long each took. */
async function closed(
  steps: Journey,
  message: Message,
  at: number,
  later: (hours: number) => void,
): Promise<void> {
  const { lead = 'street-service', tier = 'T3' } = matters.find(({ id }) => id === message.matter) ?? {};
  const id = await steps.submit(message);
  later(0.2 + (at % 5) * 0.3);
  await steps.accept(id, { matter: message.matter, kind: message.kind, tier });
  await steps.dispatch(id, [{ unit: lead, role: 'lead' }]);
  later(0.5 + (at % 3));
  const task = (await steps.tasks(id))[0]?.task ?? '';
  await steps.acknowledge(lead, task);
  await steps.contact(lead, task, '已电话联系，问清楚了地点和情况。');
  later(2);
  await steps.work(lead, task, '到现场查看，情况属实，已安排人员处理。');
  later(1 + (at % 7) * 4);
  await steps.submitTask(lead, task, '处理完毕，现场已恢复。');
  await steps.reply(lead, id, answers[at % answers.length] ?? '');
  later(2);
  await steps.review(id);
  later(6);
  const [solved, satisfied] = outcomes[at % outcomes.length] ?? ['solved', 'satisfied'];
  await steps.rate(message.from, id, solved, satisfied);
}

async function read(cloud: Cloud, person: string, upTo: number): Promise<void> {
  const { account, unread } = await ask(cloud, person, 'me', {});
  if (unread > 0)
    await send(cloud, person, { process: 'account', id: account, command: { type: 'read', upTo } });
}
