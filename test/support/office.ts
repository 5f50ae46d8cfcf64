import type { Actor, Role } from '../../domain/kernel/process.ts';
import { defaultRules } from '../../domain/office/defaults.ts';
import type { Matter, Office, Unit } from '../../domain/office/office.ts';
import { lhasaCalendar } from '../../domain/time/days/calendars.ts';

const unit = (id: string, zh: string, kind: Unit['kind'] = 'department'): Unit => ({ id, zh, kind });
const matter = (id: string, zh: string, lead: string, community?: Matter['community']): Matter => {
  return { id, zh, group: '住房', lead, assists: [], tier: 'T3', words: [], ...(community && { community }) };
};
const square = [
  { lng: 91, lat: 29 },
  { lng: 92, lat: 29 },
  { lng: 92, lat: 30 },
];

/** A street just large enough for every rule: 两个网格，四个部门，办公时间 9:30–13:00、15:30–18:00. */
export const office: Office = {
  id: 'lianhua',
  zh: '莲花街道',
  code: 'LH',
  centre: { lng: 91.1, lat: 29.6 },
  phone: '0891-0000000',
  calendar: lhasaCalendar,
  rules: defaultRules,
  units: [
    unit('street', '莲花街道', 'street'),
    unit('east', '东社区', 'community'),
    unit('housing', '住建局'),
    unit('water', '供水公司'),
    unit('urban', '城管局'),
    unit('police', '派出所'),
    unit('shops', '商户联盟', 'partner'),
  ],
  grids: [
    { id: 'grid-1', zh: '一号网格', community: 'east', outline: square },
    { id: 'grid-2', zh: '二号网格', community: 'east', outline: square },
  ],
  matters: [
    matter('leak', '屋顶漏水', 'housing'),
    matter('noise', '噪声扰民', 'urban', 'assist'),
    { ...matter('stairs', '楼道保洁', 'east', 'lead'), shared: true },
  ],
};

function actor(id: string, role: Role, place: Pick<Actor, 'unit' | 'grids'> = {}): Actor {
  return { id, roles: role === 'resident' || role === 'system' ? [role] : ['resident', role], ...place };
}

export const system: Actor = actor('system', 'system');
export const resident = actor('zhuoma', 'resident');
export const neighbour = actor('dawa', 'resident');
export const gridWorker = actor('tashi', 'gridWorker', { unit: 'east', grids: ['grid-1'] });
export const otherGridWorker = actor('luosang', 'gridWorker', { unit: 'east', grids: ['grid-2'] });
export const coordinator = actor('pubu', 'coordinator', { unit: 'street' });
/** The second person at the street's desk. */
export const colleague = actor('sonam', 'coordinator', { unit: 'street' });
export const leader = actor('tsering', 'streetLeader', { unit: 'street' });
export const followUpClerk = actor('dolma', 'followUpClerk', { unit: 'street' });
export const secretary = actor('liuyong', 'secretary', { unit: 'street' });
export const supervisor = actor('wangdui', 'supervisor', { unit: 'street' });
export const gridChief = actor('pasang', 'gridChief', { unit: 'east', grids: ['grid-1', 'grid-2'] });
export const householdLead = actor('puchi', 'householdLead', { unit: 'east', grids: ['grid-1'] });
export const clerk = actor('zhaomin', 'communityClerk', { unit: 'east' });
export const housing = actor('zhang', 'handler', { unit: 'housing' });
export const housingLeader = actor('pingcuo', 'unitLeader', { unit: 'housing' });
export const water = actor('mima', 'handler', { unit: 'water' });
export const urban = actor('laba', 'handler', { unit: 'urban' });
export const police = actor('cidan', 'handler', { unit: 'police' });
export const shops = actor('wangjie', 'partner', { unit: 'shops' });
export const everybody: readonly Actor[] = [
  ...[resident, neighbour, gridWorker, otherGridWorker, coordinator, colleague, leader],
  ...[housing, housingLeader, water, urban, police],
  ...[secretary, gridChief, householdLead, clerk, shops],
];

/** Who is on the roster of a whole office. */
export const roster: readonly Actor[] = [...everybody, followUpClerk, secretary, supervisor];
