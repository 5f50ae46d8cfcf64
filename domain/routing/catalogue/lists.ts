type Part = 'never' | 'assist';

const never = `
  urban-enforcement-conduct illegal-building planning-change demolition land-requisition mining construction-market
  property-certificate food-safety fake-goods unlicensed pyramid pricing special-equipment fuel-station medicine
  medical-dispute insurance-fraud air-pollution water-pollution soil-waste radiation gas-leak power-hazard work-safety
  construction-safety fraud gambling-drugs theft fight police-conduct household-register traffic-accident
  traffic-penalty reckless-driving illegal-taxi official-misconduct corrections work-injury wage-arrears
  teacher-conduct exam civil-exam logging wildlife animal-disease tax-service`;
const assist = `
  rubbish-dumping street-stalls goods-in-way manhole-cover road-damage sewage-overflow waterlogging fire-exit
  ebike-charging fire-now flood-landslide illegal-parking stray-dogs dog-bite livestock-street construction-noise
  noise-other cooking-fume dangerous-house property-service owners-committee mental-health epidemic
  domestic-violence child-protection homeless pasture-dispute missing-person`;

const ids = (text: string) => text.split(/\s+/).filter((id) => id !== '');

/**
 * 负面清单: matters of enforcement, permits and facilities that the law gives to departments, of which communities may
 * have no part or an assisting one only（《北京市接诉即办工作条例》第十七条）.
 */
export const notForCommunities: Readonly<Record<string, Part>> = Object.fromEntries([
  ...ids(never).map((id) => [id, 'never'] as const),
  ...ids(assist).map((id) => [id, 'assist'] as const),
]);

/** Second levels whose matters many people meet at one place, and which say nothing about whoever writes. */
export const sharedBranches: ReadonlySet<string> = new Set([
  '城市管理/环境卫生',
  '城市管理/市政设施',
  '公用事业/供水',
  '公用事业/供电',
  '公用事业/供暖供氧',
  '公用事业/燃气',
  '通信邮政/通信与快递',
  '交通出行/道路交通',
  '交通出行/客货运输',
  '生态环境/污染防治',
  '农牧林草/动物管理',
  '住房建设/物业管理',
]);
