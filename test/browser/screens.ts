import { askDoor, sendToDoor } from '../support/doorbell.ts';
import { at, people } from './steps.ts';

export interface Screen {
  readonly name: string;
  readonly person: string;
  readonly path: string;
}

/** Every page with the person who uses it, in an office with the sample appeals. */
export async function screens(url: string): Promise<Screen[]> {
  const { items: appeals } = await askDoor(url, people.coordinator, 'desk', { desk: 'coordinator' });
  const { items: whistles } = await askDoor(url, people.coordinator, 'whistles', { desk: 'open' });
  const resident = await whoHasAppeals(url);
  const submitted = appeals.find(({ status }) => status === 'submitted')?.id ?? '';
  const accepted = appeals.find(({ status }) => status === 'accepted')?.id ?? '';
  const meeting = await whichMeets(url);
  const whistle = whistles[0];
  const unit = whistle?.units[0]?.unit ?? '';
  const handler = `${unit}-handler`;
  const task = whistle?.units[0]?.task ?? '';
  return [
    { name: '首页', person: resident.id, path: at.home },
    { name: '提交', person: resident.id, path: at.submit },
    { name: '我的诉求', person: resident.id, path: at.mine },
    { name: '诉求', person: resident.id, path: `/pages/appeal/appeal?id=${resident.appeal}` },
    { name: '我的', person: resident.id, path: '/pages/me/me' },
    { name: '我的信息', person: resident.id, path: '/pages/privacy/privacy' },
    { name: '消息', person: resident.id, path: '/pages/notices/notices' },
    { name: '首页-部门', person: handler, path: at.home },
    { name: '待办', person: handler, path: at.inbox },
    { name: '事项', person: handler, path: `/staff/pages/task/task?id=${task}` },
    { name: '事项-表单', person: handler, path: `/staff/pages/task/task?id=${task}&move=work` },
    { name: '首页-街道', person: people.coordinator, path: at.home },
    { name: '受理', person: people.coordinator, path: at.intake },
    {
      name: '受理-诉求',
      person: people.coordinator,
      path: `/coordinator/pages/appeal/appeal?id=${submitted}`,
    },
    { name: '为什么', person: people.coordinator, path: `/coordinator/pages/why/why?id=${submitted}` },
    { name: '苗头', person: people.coordinator, path: '/coordinator/pages/signs/signs' },
    { name: '派单目录', person: people.coordinator, path: '/coordinator/pages/catalogue/catalogue' },
    {
      name: '派单目录-事项',
      person: people.coordinator,
      path: '/coordinator/pages/matter/matter?id=street-lamp',
    },
    { name: '导入目录', person: people.coordinator, path: '/coordinator/pages/table/table' },
    {
      name: '派单',
      person: people.coordinator,
      path: `/coordinator/pages/dispatch/dispatch?appeal=${accepted}`,
    },
    {
      name: '吹哨',
      person: people.coordinator,
      path: `/coordinator/pages/whistle/whistle?appeal=${accepted}`,
    },
    { name: '研判', person: people.coordinator, path: '/coordinator/pages/figures/figures' },
    { name: '诉求地图', person: people.coordinator, path: '/coordinator/pages/map/map' },
    { name: '走势', person: people.coordinator, path: '/coordinator/pages/trend/trend' },
    { name: '我的数据', person: handler, path: '/staff/pages/figures/figures' },
    { name: '公开数据', person: resident.id, path: '/pages/public/public' },
    { name: '审批', person: people.coordinator, path: at.leave },
    { name: '审批-领导', person: people.leader, path: at.leave },
    { name: '回访', person: people.followUpClerk, path: at.followUps },
    { name: '督办', person: people.coordinator, path: at.supervisions },
    { name: '例会', person: people.coordinator, path: at.agenda },
    { name: '会议', person: people.coordinator, path: `/coordinator/pages/meeting/meeting?id=${meeting}` },
    { name: '没办成的', person: people.coordinator, path: '/coordinator/pages/letters/letters' },
    { name: '哨图', person: people.coordinator, path: at.board },
    {
      name: '一哨',
      person: people.coordinator,
      path: `/coordinator/pages/lights/lights?id=${whistle?.id ?? ''}`,
    },
  ];
}

/** The meeting that is convened; where there is none, one is. */
async function whichMeets(url: string): Promise<string> {
  const { items } = await askDoor(url, people.coordinator, 'meetings', { desk: 'open' });
  if (items[0]) return items[0].id;
  const id = `meeting-${Date.now()}`;
  const command = { type: 'convene', kind: 'weekly', meetAt: Date.now() + 86_400_000, place: '三楼会议室' };
  await sendToDoor(url, people.coordinator, { process: 'meeting', id, command });
  return id;
}

/** The resident of the sample whose appeal has come furthest, so that most can be read of it. */
async function whoHasAppeals(url: string): Promise<{ id: string; appeal: string }> {
  const residents = [
    'resident-zhuoma',
    'resident-dawa',
    'resident-chenlan',
    'resident-deji',
    'resident-norbu',
  ];
  const all = await Promise.all(
    residents.map(async (id) => {
      const { items } = await askDoor(url, id, 'mine', {});
      const best = items.find(({ status }) => status === 'awaitingRating') ?? items[0];
      return { id, appeal: best?.id ?? '', waits: best?.status === 'awaitingRating' };
    }),
  );
  const found = all.find(({ waits }) => waits) ?? all.find(({ appeal }) => appeal !== '');
  if (!found) throw new Error('the sample office has no appeals of residents');
  return found;
}
