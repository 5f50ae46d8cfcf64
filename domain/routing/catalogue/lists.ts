type Part = 'lead' | 'assist';

const leads = `
  dispute-mediation neighbour-noise community-office volunteering party-membership agency-service elderly-care
  street-cleaning small-ads goods-in-way dog-keeping owners-committee praise fitness-ground library-culture`;
const assists = `
  rubbish-overflow rubbish-dumping street-stalls manhole-cover road-damage sewage-overflow waterlogging public-toilet
  fire-exit ebike-charging butter-lamp fire-now flood-landslide illegal-parking parking-shortage stray-dogs dog-bite
  livestock-street festival-noise construction-noise noise-other cooking-fume dangerous-house property-service
  property-fee mental-health epidemic vaccination pest-control domestic-violence child-protection homeless low-income
  disability pasture-dispute missing-person legal-aid corrections household-register social-card medical-insurance
  veteran-benefits rural-poverty water-outage power-outage heating-cold oxygen-supply temple-fire-safety charity`;

const ids = (text: string) => text.split(/\s+/).filter((id) => id !== '');

/**
 * 社区职责清单: matters a community may lead or assist in. All others — enforcement, permits, facilities — the law gives
 * to departments and may not be handed on（负面清单；《北京市接诉即办工作条例》第十七条）.
 */
export const communityDuties: Readonly<Record<string, Part>> = Object.fromEntries([
  ...ids(leads).map((id) => [id, 'lead'] as const),
  ...ids(assists).map((id) => [id, 'assist'] as const),
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
