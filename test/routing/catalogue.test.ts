import * as v from 'valibot';
import { catalogueSchema, type Matter, rowOf, shippedCatalogue } from '../../domain/routing/catalogue.ts';
import { hintsOf, indexWords, lookUp } from '../../domain/routing/lookup.ts';
import { propose } from '../../domain/routing/propose.ts';
import { demoMessages } from '../../local/office/messages.ts';
import { city } from '../support/city.ts';

const index = indexWords(shippedCatalogue);
const on = '2026-03-01';
const first = (detail: string) => lookUp(index, { detail }, { on }).matters[0];

describe('派单目录', () => {
  test('不少于一百五十个事项，格式合规，编号不重复', () => {
    expect(shippedCatalogue.matters.length).toBeGreaterThanOrEqual(150);
    expect(v.safeParse(catalogueSchema, shippedCatalogue).issues).toBeUndefined();
  });

  test('每个事项三级名称、职责依据、群众用语和吹哨理由齐全，协办不含主办', () => {
    for (const matter of shippedCatalogue.matters) {
      expect([matter.group, matter.branch, matter.zh]).not.toContain('');
      expect(matter.duty?.length).toBeGreaterThan(8);
      expect(matter.words.length).toBeGreaterThanOrEqual(3);
      expect(matter.whistle).not.toBe('');
      expect(matter.assists).not.toContain(matter.lead);
      expect(new Set(matter.assists).size).toBe(matter.assists.length);
    }
  });

  test('纪检监察只移送：除违纪线索外不作主办', () => {
    const leads = shippedCatalogue.matters
      .filter((matter) => matter.lead === 'discipline')
      .map((matter) => matter.id);
    expect(leads).toEqual(['official-misconduct']);
  });

  test('三级名称在同一二级下不重名', () => {
    const names = shippedCatalogue.matters.map((matter) =>
      [matter.group, matter.branch, matter.zh].join('/'),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('按群众用语找事项，并说出是哪些词', () => {
  test.each([
    ['井盖没了，晚上差点掉下去，没有井盖太危险', 'manhole-cover'],
    ['老板拖欠工资三个月', 'wage-arrears'],
    ['暖气不热，家里老人冷', 'heating-cold'],
    ['小区里流浪狗成群', 'stray-dogs'],
    ['邻村的人越界放牧，草场纠纷', 'pasture-dispute'],
    ['楼下朗玛厅半夜唱歌', 'festival-noise'],
    ['上学路上有野狗，总追着人叫', 'stray-dogs'],
    ['隔壁用彩钢瓦在房顶加了一层', 'illegal-building'],
    ['校车天天超员，司机还打电话', 'school-bus'],
    ['放学的时候校门口停满车', 'illegal-parking'],
    ['后山的滚石砸到羊圈', 'flood-landslide'],
    ['门口的老柳树要倒了', 'park-greenery'],
    ['和邻居吵过几次，请来评理', 'dispute-mediation'],
    ['མེ་སྐྱོན་བྱུང་སོང་།', 'fire-now'],
  ])('%s', (text, id) => {
    expect(first(text)?.id).toBe(id);
  });

  test('理由里是原文出现过的词', () => {
    expect(first('老板拖欠工资三个月')?.words).toContain('拖欠工资');
  });

  test('没有相关的词就不猜', () => {
    expect(lookUp(index, { detail: '今日無事' }, { on })).toEqual({ matters: [], branches: [], groups: [] });
  });

  test('一级看得见它下面的所有事项：没学过的事项，也知道大致是哪一类', () => {
    const seen = lookUp(index, { detail: '公厕太脏，路灯也坏了，公交总不停' }, { on });
    expect(seen.groups).toEqual([
      { id: '城市管理', score: 2 },
      { id: '交通出行', score: 1 },
    ]);
    expect(hintsOf(seen)).toContainEqual({ name: '城市管理', weight: 2 / 3 });
  });

  test('藏文词要整词相符', () => {
    expect(lookUp(index, { detail: 'མེ་ཏོག' }, { on }).matters).toEqual([]);
  });
});

describe('目录有施行日期和适用范围', () => {
  const base = shippedCatalogue.matters.find((matter) => matter.id === 'stray-dogs') as Matter;
  const catalogue = {
    ...shippedCatalogue,
    matters: [
      { ...base, until: '2026-06-30' },
      { ...base, lead: 'agriculture', assists: [], from: '2026-07-01' },
      { ...base, lead: 'police', assists: [], areas: ['barkhor'] },
    ],
  };

  test('换了主办的事项，旧行到期，新行生效', () => {
    expect(rowOf(catalogue, 'stray-dogs', '2026-06-30')?.lead).toBe('urban');
    expect(rowOf(catalogue, 'stray-dogs', '2026-07-01')?.lead).toBe('agriculture');
  });

  test('专为一个片区写的行优先', () => {
    expect(rowOf(catalogue, 'stray-dogs', '2026-07-01', 'barkhor')?.lead).toBe('police');
    expect(rowOf(catalogue, 'stray-dogs', '2026-07-01', 'elsewhere')?.lead).toBe('agriculture');
  });

  test('还没施行的事项找不到', () => {
    const future = { ...shippedCatalogue, matters: [{ ...base, from: '2030-01-01' }] };
    expect(lookUp(indexWords(future), { detail: '流浪狗' }, { on }).matters).toEqual([]);
  });
});

test('随产品演示的三十条，单凭目录至少二十七条第一位就对', () => {
  const right = demoMessages.filter(({ text, matter, place }) => {
    const proposal = propose({ text, grid: place.grid }, city, { past: [] });
    return proposal.matter?.id === matter;
  });
  expect(right.length).toBeGreaterThanOrEqual(27);
});
