import type { Person } from '../../domain/office/person.ts';
import { units } from './units.ts';

/** Somebody of the demonstration, and on which side of the counter. */
export type DemoPerson = Person & { readonly kind: 'resident' | 'grid' | 'department' | 'coordinator' };

/** Invented people; the title says who they are to whoever picks one. */
const residents: readonly DemoPerson[] = [
  resident('resident-zhuoma', '卓玛央宗', '柳林巷老人，主要看藏文', '13900000101'),
  resident('resident-dawa', '达瓦次仁', '外卖骑手，跑全街道', '13900000102'),
  resident('resident-chenlan', '陈岚', '吉祥市场干果店店主', '13900000103'),
  resident('resident-deji', '德吉白姆', '两个小学生的母亲', '13900000104'),
  resident('resident-norbu', '诺布桑培', '牧场牧民家的儿子', '13900000105'),
  resident('resident-zhouyang', '周洋', '大学生，租住幸福里', '13900000106'),
  resident('resident-basang', '巴桑拉姆', '石榴园住户，家有吸氧老人', '13900000107'),
  resident('resident-maqiang', '马强', '工地木工', '13900000108'),
  resident('resident-liufang', '刘芳', '花园小区业主', '13900000109'),
  resident('resident-gesang', '格桑旺久', '退役军人，山脚住户', '13900000110'),
];

const workers: readonly DemoPerson[] = [
  worker('grid-tashi', '扎西顿旦', 'community-hebin', ['grid-hewan', 'grid-dukou'], '13900000201'),
  worker('grid-yangjin', '央金措姆', 'community-hebin', ['grid-linka'], '13900000202'),
  worker('grid-lina', '李娜', 'community-jixiang', ['grid-shuimo', 'grid-liulin'], '13900000203'),
  worker('grid-suolang', '索朗多吉', 'community-jixiang', ['grid-shichang'], '13900000204'),
  worker('grid-wanghao', '王浩', 'community-tuanjie', ['grid-baiyang', 'grid-xingfu'], '13900000205'),
  worker('grid-quzhen', '曲珍', 'community-tuanjie', ['grid-xuexiao'], '13900000206'),
  worker('grid-mingjiu', '明久', 'community-tuanjie', ['grid-yicheng'], '13900000207'),
  worker('grid-ciyang', '次央', 'community-beishan', ['grid-shiliu', 'grid-huayuan'], '13900000208'),
  worker('grid-luosang', '洛桑平措', 'community-beishan', ['grid-shanjiao', 'grid-muchang'], '13900000209'),
  {
    id: 'grid-chief-pasang',
    name: '巴桑次仁',
    title: '河滨社区 网格长',
    roles: ['gridChief'],
    unit: 'community-hebin',
    grids: ['grid-hewan', 'grid-dukou', 'grid-linka'],
    phone: '13900000215',
    kind: 'grid',
  },
  {
    id: 'household-lead-puchi',
    name: '普赤',
    title: '柳林巷 联户长',
    roles: ['householdLead'],
    unit: 'community-jixiang',
    grids: ['grid-liulin'],
    phone: '13900000210',
    kind: 'grid',
  },
  clerk('clerk-hebin', '旦增罗珍', 'community-hebin', '13900000211'),
  clerk('clerk-jixiang', '赵敏', 'community-jixiang', '13900000212'),
  clerk('clerk-tuanjie', '仁青卓嘎', 'community-tuanjie', '13900000213'),
  clerk('clerk-beishan', '杨帆', 'community-beishan', '13900000214'),
];

const coordinators: readonly DemoPerson[] = [
  street('coordinator-pubu', '普布次仁', '接诉即办专班 派单', 'coordinator', '13900000301'),
  street('coordinator-sunyue', '孙悦', '接诉即办专班 回访', 'coordinator', '13900000302'),
  street('leader-tsering', '次仁旺堆', '街道办事处 副主任', 'streetLeader', '13900000303'),
  street('follow-up-dolma', '卓玛拉姆', '接诉即办专班 回访员', 'followUpClerk', '13900000304'),
  street('secretary-liuyong', '刘勇', '街道 党工委书记', 'secretary', '13900000305'),
  street('supervisor-tashi', '扎西旺堆', '街道纪工委 督查员', 'supervisor', '13900000306'),
];

/** Who handles and who leads, department by department. */
const staff: Readonly<Record<string, readonly [handler: string, leader: string]>> = {
  housing: ['张伟东', '平措朗杰'],
  urban: ['拉巴顿珠', '何志军'],
  'utilities-water': ['米玛次仁', '吴建平'],
  power: ['郭凯', '边巴扎西'],
  heating: ['强巴', '徐明'],
  gas: ['罗丹', '益西加措'],
  police: ['次旦', '韩磊'],
  traffic: ['冯超', '多布杰'],
  transport: ['尼玛扎西', '邓辉'],
  market: ['白玛曲珍', '唐文'],
  health: ['于晓燕', '贡觉'],
  education: ['德庆', '秦岚'],
  labour: ['曹阳', '旺姆'],
  civil: ['达娃卓玛', '许静'],
  'medical-insurance': ['蒋琳', '措姆'],
  environment: ['洛桑', '沈涛'],
  agriculture: ['欧珠', '潘国强'],
  forestry: ['杜鹃', '阿旺'],
  land: ['晋美', '魏宁'],
  emergency: ['姚刚', '索南'],
  fire: ['土登', '谢军'],
  culture: ['梅朵', '范晨'],
  religion: ['丹巴', '田雨'],
  justice: ['傅佳', '格列'],
  telecom: ['石磊', '玉珍'],
  postal: ['加央', '龚丽'],
  property: ['邹敏', '坚赞'],
  'street-party': ['白央', '万涛'],
  'street-order': ['雷鸣', '江白'],
  'street-service': ['卓嘎', '贺雪'],
  'street-urban': ['顿珠', '侯斌'],
  veterans: ['戴勇', '群培'],
  tax: ['云丹', '方慧'],
};

const departments = units
  .filter(({ kind }) => kind === 'department')
  .flatMap(({ id, zh }, place): readonly DemoPerson[] => {
    const [handler = '', leader = ''] = staff[id] ?? [];
    const line = String(place + 1).padStart(2, '0');
    const common = { unit: id, kind: 'department' as const };
    return [
      {
        id: `${id}-handler`,
        name: handler,
        title: `${zh} 经办人`,
        roles: ['handler'],
        phone: `139000004${line}`,
        ...common,
      },
      {
        id: `${id}-leader`,
        name: leader,
        title: `${zh} 负责人`,
        roles: ['unitLeader'],
        phone: `139000005${line}`,
        ...common,
      },
    ];
  });

/** One for each registered partner. */
const helpers: readonly DemoPerson[] = [
  helper('partner-shops-wangjie', '王杰', 'partner-shops', '13900000601'),
  helper('partner-property-zhaoli', '赵丽', 'partner-property', '13900000602'),
  helper('partner-volunteers-baima', '白玛', 'partner-volunteers', '13900000603'),
];

/** Everybody who can be picked: residents, the grids, the street's 专班, two of each department. */
export const demoPeople: readonly DemoPerson[] = [
  ...residents,
  ...workers,
  ...coordinators,
  ...departments,
  ...helpers,
];

function resident(id: string, name: string, title: string, phone: string): DemoPerson {
  return { id, name, title, roles: ['resident'], phone, kind: 'resident' };
}

function worker(id: string, name: string, unit: string, grids: readonly string[], phone: string): DemoPerson {
  return {
    id,
    name,
    title: `${unitZh(unit)} 网格员`,
    roles: ['gridWorker'],
    unit,
    grids,
    phone,
    kind: 'grid',
  };
}

function clerk(id: string, name: string, unit: string, phone: string): DemoPerson {
  return {
    id,
    name,
    title: `${unitZh(unit)} 社区干事`,
    roles: ['communityClerk'],
    unit,
    phone,
    kind: 'grid',
  };
}

function street(
  id: string,
  name: string,
  title: string,
  role: 'coordinator' | 'followUpClerk' | 'streetLeader' | 'secretary' | 'supervisor',
  phone: string,
): DemoPerson {
  return { id, name, title, roles: [role], unit: 'street', phone, kind: 'coordinator' };
}

function helper(id: string, name: string, unit: string, phone: string): DemoPerson {
  return { id, name, title: `${unitZh(unit)} 联络人`, roles: ['partner'], unit, phone, kind: 'department' };
}

function unitZh(id: string): string {
  return units.find((unit) => unit.id === id)?.zh ?? id;
}
