/** Every unit the shipped catalogue can send a matter to, with its name as people read it. */
export const departments = {
  housing: '住建局',
  urban: '城市管理局',
  'utilities-water': '供排水公司',
  power: '供电公司',
  heating: '供暖公司',
  gas: '燃气公司',
  police: '派出所',
  traffic: '交警大队',
  transport: '交通运输局',
  market: '市场监管局',
  health: '卫健局',
  education: '教育局',
  labour: '人社局',
  civil: '民政局',
  'medical-insurance': '医保局',
  environment: '生态环境局',
  agriculture: '农业农村局（牧业）',
  forestry: '林草局',
  land: '自然资源局',
  emergency: '应急管理局',
  fire: '消防救援大队',
  culture: '文旅局',
  religion: '民宗局',
  justice: '司法所',
  telecom: '通信管理办',
  postal: '邮政管理',
  property: '物业管理办',
  'street-party': '街道党建办',
  'street-order': '街道平安办',
  'street-service': '街道便民服务中心',
  'street-urban': '街道城管办',
  veterans: '退役军人服务站',
  discipline: '纪检监察（只移送，不派单）',
  tax: '税务所',
} as const;

export type DepartmentId = keyof typeof departments;

/** How a matter is usually meant: 咨询 · 求助 · 投诉 · 举报 · 建议 · 表扬. */
export type MatterKind = 'consult' | 'help' | 'complain' | 'report' | 'suggest' | 'praise';

/** T1 2 小时（危急）· T2 24 小时（紧急，水电气热一类）· T3 7 天（一般）· T4 15 天（复杂）. */
export type MatterTier = 'T1' | 'T2' | 'T3' | 'T4';

/** One matter as it is written in the data files. */
export interface Row {
  readonly id: string;
  /** The third level; the first two come from the branch. */
  readonly name: string;
  readonly lead: DepartmentId;
  readonly assists?: readonly DepartmentId[];
  readonly tier: MatterTier;
  readonly kind: MatterKind;
  /** Why a whistle should be proposed; without it the matter is one unit's duty. */
  readonly whistle?: string;
  /** The clause the lead's duty stands on, in words a resident can read. */
  readonly duty: string;
  /** Words people use, separated by spaces. */
  readonly zh: string;
  /** Tibetan words, only where sure. */
  readonly bo?: string;
}

/** Matters that share their first two levels and the words that point at all of them. */
export interface Branch {
  readonly one: string;
  readonly two: string;
  /** Words that point at the branch but at none of its matters in particular. */
  readonly zh: string;
  readonly bo?: string;
  readonly matters: readonly Row[];
}
