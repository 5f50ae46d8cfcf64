import type { Grid, Point } from '../../domain/office/office.ts';
import { demoMessages } from '../../local/office/messages.ts';
import { demoOffice as office } from '../../local/office/office.ts';
import { demoPeople as people } from '../../local/office/people.ts';
import { area, contains, crossings, rim } from './outline.ts';

const { grids, units, matters } = office;
const departments = units.filter(({ kind }) => kind === 'department');
const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
const unitIds = idsOf(units);
const here = (point: Point) => grids.filter(({ outline }) => contains(outline, point));

/** A fine net of points over the street and its surroundings. */
const net: readonly Point[] = Array.from({ length: 90 * 90 }, (_, n) => ({
  lng: 91.1093 + (n % 90) * 0.000451,
  lat: 29.6357 + Math.floor(n / 90) * 0.000317,
}));

describe('网格', () => {
  test('共十四个，分属四个社区，其中两个专属网格', () => {
    const communities = units.filter(({ kind }) => kind === 'community');
    expect(grids).toHaveLength(14);
    expect([...new Set(grids.map(({ community }) => community))].sort()).toEqual(idsOf(communities).sort());
    expect(grids.filter(({ zh }) => zh.includes('专属网格'))).toHaveLength(2);
  });

  test.each(grids.map((grid): [string, Grid] => [grid.zh, grid]))('%s的边界不自相交', (_, { outline }) => {
    expect(crossings(outline)).toBe(0);
    expect(Math.abs(area(outline))).toBeGreaterThan(1e-6);
  });

  test('相邻网格共用边界，合起来恰是一个没有空洞的街道', () => {
    const street = rim(grids.map(({ outline }) => outline));
    const sum = grids.reduce((total, { outline }) => total + area(outline), 0);
    expect(crossings(street)).toBe(0);
    expect(sum).toBeCloseTo(area(street), 12);
    for (const point of net) expect(here(point)).toHaveLength(contains(street, point) ? 1 : 0);
  });

  test('街道中心在街道之内', () => {
    expect(here(office.centre)).toHaveLength(1);
  });
});

describe('单位与事项', () => {
  test('编号不重复', () => {
    for (const things of [units, grids, matters, people, demoMessages]) {
      expect(new Set(idsOf(things)).size).toBe(things.length);
    }
  });

  test('每个部门都有职责、电话', () => {
    expect(departments).toHaveLength(33);
    for (const { duty, phone } of departments) expect([duty, phone]).not.toContain(undefined);
  });

  test('四十个事项，主办与协办都在名册上，主办不兼协办', () => {
    expect(matters).toHaveLength(40);
    for (const { lead, assists, words } of matters) {
      expect(unitIds).toEqual(expect.arrayContaining([lead, ...assists]));
      expect(assists).not.toContain(lead);
      expect(words.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('每个部门至少主办一个事项', () => {
    expect([...new Set(matters.map(({ lead }) => lead))].sort()).toEqual(idsOf(departments).sort());
  });
});

describe('人', () => {
  test('每个部门有一名经办人、一名负责人', () => {
    for (const { id } of departments) {
      const roles = people.filter(({ unit }) => unit === id).map((person) => person.roles);
      expect(roles).toEqual([['handler'], ['unitLeader']]);
    }
  });

  test('人人有姓名，姓名不重复，单位与网格都存在', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    for (const { name, unit, grids: own = [] } of people) {
      expect(name).not.toBe('');
      if (unit) expect(unitIds).toContain(unit);
      expect(idsOf(grids)).toEqual(expect.arrayContaining([...own]));
    }
  });

  test('每个网格恰有一名网格员，他在网格所属的社区', () => {
    for (const { id, community } of grids) {
      const workers = people.filter((each) => each.roles.includes('gridWorker') && each.grids?.includes(id));
      expect(workers.map(({ unit }) => unit)).toEqual([community]);
    }
  });

  test('居民八人以上，专班两人，街道领导一人，社区各一名干事', () => {
    const count = (role: string) => people.filter(({ roles }) => roles.some((each) => each === role)).length;
    expect(count('resident')).toBeGreaterThanOrEqual(8);
    expect([count('coordinator'), count('streetLeader'), count('communityClerk')]).toEqual([2, 1, 4]);
  });
});

describe('诉求', () => {
  test.each(demoMessages.map((each) => [each.id, each] as const))(
    '%s 写明了地点、事项和来人',
    (_, message) => {
      expect(idsOf(here(message.place.point))).toEqual([message.place.grid]);
      expect(idsOf(matters)).toContain(message.matter);
      expect(idsOf(people)).toContain(message.from);
      expect(message.text.length).toBeGreaterThanOrEqual(20);
    },
  );

  test('三十条，公开、隐名、匿名都有，几条由人代办；代办的人不是居民', () => {
    expect(demoMessages).toHaveLength(30);
    expect(new Set(demoMessages.map(({ identity }) => identity)).size).toBe(3);
    const written = demoMessages.filter(({ onBehalfOf }) => onBehalfOf).map(({ from }) => from);
    expect(written).toHaveLength(3);
    for (const from of written) expect(people.find(({ id }) => id === from)?.kind).toBe('grid');
  });
});

test('没有真实的电话和证件号码', () => {
  const numbers = JSON.stringify([units, people, demoMessages, office.phone]).match(/\d[\d-]{6,}/g) ?? [];
  expect(numbers.length).toBeGreaterThan(100);
  for (const number of numbers) expect(number).toMatch(/^(0891-000\d{4}|1390000\d{4})$/);
});
