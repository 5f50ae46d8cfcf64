import { clamp } from '../dom.ts';
import { textOf } from '../world.ts';

export type Columns = { columns: string[][]; chosen: number[] };

export function labelOf(item: unknown, key: string): string {
  if (typeof item !== 'object' || item === null) return textOf(item);
  return textOf((item as Record<string, unknown>)[key]);
}

const two = (value: number): string => String(value).padStart(2, '0');
const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

export function timeColumns(value: string, start: string, end: string): Columns {
  const [fromHour = 0, toHour = 23] = [Number(start.slice(0, 2) || 0), Number(end.slice(0, 2) || 23)];
  const hours = span(fromHour, toHour);
  const [hour = 0, minute = 0] = value.split(':').map(Number);
  return {
    columns: [hours.map(two), span(0, 59).map(two)],
    chosen: [clamp(hours.indexOf(hour), 0, hours.length - 1), clamp(minute, 0, 59)],
  };
}

export function timeValue({ columns, chosen }: Columns): string {
  return [columns[0]?.[chosen[0] ?? 0], columns[1]?.[chosen[1] ?? 0]].join(':');
}

type Day = [number, number, number];

function dayOf(text: string, fallback: Day): Day {
  const [year, month, day] = text.split('-').map(Number);
  return [year || fallback[0], month || fallback[1], day || fallback[2]];
}

/** The wheels of a date between two bounds, for "year", "month" or "day". */
export function dateColumns(value: string, start: string, end: string, fields: string): Columns {
  const now = new Date();
  const first = dayOf(start, [1970, 1, 1]);
  const last = dayOf(end, [2100, 12, 31]);
  const wanted = dayOf(value, [now.getFullYear(), now.getMonth() + 1, now.getDate()]);
  const year = clamp(wanted[0], first[0], last[0]);
  const lowMonth = year === first[0] ? first[1] : 1;
  const highMonth = year === last[0] ? last[1] : 12;
  const month = clamp(wanted[1], lowMonth, highMonth);
  const lowDay = year === first[0] && month === first[1] ? first[2] : 1;
  const length = new Date(year, month, 0).getDate();
  const highDay = year === last[0] && month === last[1] ? Math.min(last[2], length) : length;
  const day = clamp(wanted[2], lowDay, highDay);
  const wheels = [
    { rows: span(first[0], last[0]).map((item) => `${item}年`), at: year - first[0] },
    { rows: span(lowMonth, highMonth).map((item) => `${two(item)}月`), at: month - lowMonth },
    { rows: span(lowDay, highDay).map((item) => `${two(item)}日`), at: day - lowDay },
  ].slice(0, fields === 'year' ? 1 : fields === 'month' ? 2 : 3);
  return { columns: wheels.map((wheel) => wheel.rows), chosen: wheels.map((wheel) => wheel.at) };
}

export function dateValue({ columns, chosen }: Columns): string {
  return columns.map((rows, index) => (rows[chosen[index] ?? 0] ?? '').replace(/\D/g, '')).join('-');
}

const REGIONS: [string, string][] = [
  ['青海省', '西宁市'],
  ['西藏自治区', '拉萨市'],
  ['四川省', '成都市'],
  ['北京市', '北京市'],
  ['上海市', '上海市'],
];
const DISTRICTS: Record<string, string[]> = {
  西宁市: ['城东区', '城中区', '城西区', '城北区', '湟中区', '大通回族土族自治县', '湟源县'],
  拉萨市: ['城关区', '堆龙德庆区', '达孜区'],
  成都市: ['锦江区', '青羊区', '金牛区', '武侯区', '成华区'],
  北京市: ['东城区', '西城区', '朝阳区', '海淀区', '丰台区'],
  上海市: ['黄浦区', '徐汇区', '静安区', '浦东新区'],
};

/** A few regions stand for WeChat's full list. */
export function regionColumns(value: string[]): Columns {
  const province = Math.max(
    0,
    REGIONS.findIndex(([name]) => name === value[0]),
  );
  const city = REGIONS[province]?.[1] ?? '';
  const districts = DISTRICTS[city] ?? [];
  return {
    columns: [REGIONS.map(([name]) => name), [city], districts],
    chosen: [province, 0, Math.max(0, districts.indexOf(value[2] ?? ''))],
  };
}
