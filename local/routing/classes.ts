import { type Matter, shippedCatalogue } from '../../domain/routing/catalogue.ts';
import { branchId, type Lookup } from '../../domain/routing/lookup.ts';

/** The seven categories of the measuring data, which are not the catalogue's own. */
const ofFirstLevel: Readonly<Record<string, string>> = {
  城市管理: '城乡建设',
  公用事业: '城乡建设',
  住房建设: '城乡建设',
  交通出行: '交通运输',
  通信邮政: '商贸旅游',
  公共安全: '城乡建设',
  劳动就业: '劳动和社会保障',
  社会保障: '劳动和社会保障',
  政务服务: '劳动和社会保障',
  教育: '教育文体',
  文化体育: '教育文体',
  民族宗教: '商贸旅游',
  卫生健康: '卫生计生',
  市场监管: '商贸旅游',
  生态环境: '环境保护',
  农牧林草: '环境保护',
};

/** Matters the data files elsewhere than the rest of their first level. */
const ofMatter: Readonly<Record<string, string>> = {
  'fitness-ground': '教育文体',
  'scenic-spot': '商贸旅游',
  'travel-agency': '商贸旅游',
  lodging: '商贸旅游',
  'lift-fault': '商贸旅游',
  medicine: '卫生计生',
  'canteen-hygiene': '卫生计生',
  'food-safety': '卫生计生',
  'express-delivery': '交通运输',
  'mail-service': '交通运输',
  'cooking-fume': '环境保护',
  'construction-noise': '环境保护',
  'housing-fund': '劳动和社会保障',
};

const firstLevels = new Map(shippedCatalogue.matters.map((matter: Matter) => [matter.id, matter.group]));
for (const { one, two } of shippedCatalogue.branches) firstLevels.set(branchId(one, two), one);

/** Scores of the seven categories from what the catalogue's words pointed at, best first. */
export function classesOf({ matters, branches }: Lookup): [string, number][] {
  const scores = new Map<string, number>();
  for (const { id, score } of [...branches, ...matters]) {
    const name = ofMatter[id] ?? ofFirstLevel[firstLevels.get(id) ?? ''];
    if (name) scores.set(name, (scores.get(name) ?? 0) + score);
  }
  return [...scores].sort((a, b) => b[1] - a[1]);
}
