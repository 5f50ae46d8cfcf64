import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A calendar day in Beijing time, `2026-02-15`. */
export type Day = string;

/**
 * Which days are worked, as published. Layers are laid over Monday–Friday in order: the national notice first,
 * the region's after it. Nothing is known past `horizon`.
 */
export interface Calendar {
  readonly version: string;
  readonly horizon: Day;
  readonly layers: readonly {
    readonly source: string;
    readonly rest: readonly Day[];
    readonly work: readonly Day[];
  }[];
  /** Office hours of a working day as minutes since midnight, in order: `[[570, 780], [930, 1080]]`. */
  readonly hours: readonly (readonly [number, number])[];
}

/** The calendar ends before the answer: next year's notice has not been entered. */
export class PastHorizon extends Error {}

const MINUTE = 60_000;
const BEIJING = 8 * 60;

/** The instant as Beijing sees it; China has had no summer time since 1991. */
export function beijing(at: number): Dayjs {
  return dayjs(at).utcOffset(BEIJING);
}

export function dayOf(at: number): Day {
  return beijing(at).format('YYYY-MM-DD');
}

/** Throws {@link PastHorizon} for a day nobody has published yet. */
export function isWorkday(day: Day, calendar: Calendar): boolean {
  if (day > calendar.horizon) throw new PastHorizon(day);
  const layer = calendar.layers.findLast((each) => each.rest.includes(day) || each.work.includes(day));
  if (layer) return layer.work.includes(day);
  const weekday = dayjs.utc(day).day();
  return weekday !== 0 && weekday !== 6;
}

/** The same instant if it lies in office hours, else the next opening. */
export function opening(at: number, calendar: Calendar): number {
  const midnight = beijing(at).startOf('day');
  const minute = (at - midnight.valueOf()) / MINUTE;
  if (isWorkday(dayOf(at), calendar)) {
    const block = calendar.hours.find(([, end]) => minute < end);
    if (block) return midnight.valueOf() + Math.max(minute, block[0]) * MINUTE;
  }
  return opening(midnight.add(1, 'day').valueOf(), calendar);
}

/** The same time of day, `days` working days on; counted from the next opening. */
export function addWorkdays(at: number, days: number, calendar: Calendar): number {
  let then = beijing(opening(at, calendar));
  for (let left = days; left > 0; ) {
    then = then.add(1, 'day');
    if (isWorkday(then.format('YYYY-MM-DD'), calendar)) left -= 1;
  }
  return then.valueOf();
}

/** `minutes` of office hours on, counted from the next opening. */
export function addWorkMinutes(at: number, minutes: number, calendar: Calendar): number {
  const start = opening(at, calendar);
  const midnight = beijing(start).startOf('day').valueOf();
  const block = calendar.hours.find(([, end]) => start < midnight + end * MINUTE);
  const end = midnight + (block?.[1] ?? 0) * MINUTE;
  const left = minutes * MINUTE - (end - start);
  return left <= 0 ? start + minutes * MINUTE : addWorkMinutes(end, left / MINUTE, calendar);
}
