import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A calendar day in Beijing time, `2026-02-15`. */
export type Day = string;

/** What one notice publishes. It says nothing of the days it does not name. */
export interface Layer {
  readonly source: string;
  readonly rest: readonly Day[];
  readonly work: readonly Day[];
}

/**
 * Which days are worked, as published. Layers are laid over Monday–Friday in order: the national notice first,
 * the region's after it; the last one that names a day decides it. Nothing is known past `horizon`.
 */
export interface Calendar {
  readonly version: string;
  readonly horizon: Day;
  readonly layers: readonly Layer[];
  /** Office hours of a working day as minutes since midnight, in order: `[[570, 780], [930, 1080]]`. */
  readonly hours: readonly (readonly [number, number])[];
}

/** The calendar ends before the answer: next year's notice has not been entered. */
export class PastHorizon extends Error {}

const MINUTE = 60_000;
const DAY = 86_400_000;
const BEIJING = 8 * 60 * MINUTE;

/** Beijing's clock at this instant, to be read and shown; it cannot be turned back into an instant. */
export function beijing(
  at: number,
): Pick<Dayjs, 'format' | 'year' | 'month' | 'date' | 'day' | 'hour' | 'minute'> {
  // Not dayjs.utcOffset: it goes through the machine's own zone and slips where that one has summer time.
  return dayjs.utc(at + BEIJING);
}

export function dayOf(at: number): Day {
  return beijing(at).format('YYYY-MM-DD');
}

/** The midnight in Beijing with which the day of this instant began. */
export function midnight(at: number): number {
  return Math.floor((at + BEIJING) / DAY) * DAY - BEIJING;
}

/** The midnight in Beijing with which a month, `2026-11`, began. */
export function monthStart(month: string): number {
  return dayjs.utc(`${month}-01`).valueOf() - BEIJING;
}

/** Throws {@link PastHorizon} for a day nobody has published yet. */
export function isWorkday(day: Day, calendar: Calendar): boolean {
  if (day > calendar.horizon) throw new PastHorizon(day);
  return published(calendar.layers).get(day) ?? isMondayToFriday(day);
}

function isMondayToFriday(day: Day): boolean {
  const weekday = dayjs.utc(day).day();
  return weekday !== 0 && weekday !== 6;
}

const known = new WeakMap<Calendar['layers'], ReadonlyMap<Day, boolean>>();

/** Every day the layers name and whether it is worked, the last word winning. */
function published(layers: Calendar['layers']): ReadonlyMap<Day, boolean> {
  const before = known.get(layers);
  if (before) return before;
  const days = new Map<Day, boolean>();
  for (const { rest, work } of layers) {
    for (const day of rest) days.set(day, false);
    for (const day of work) days.set(day, true);
  }
  known.set(layers, days);
  return days;
}

/** The same instant if it lies in office hours, else the next opening. */
export function opening(at: number, calendar: Calendar): number {
  const start = midnight(at);
  if (isWorkday(dayOf(at), calendar)) {
    const block = calendar.hours.find(([, end]) => at < start + end * MINUTE);
    if (block) return Math.max(at, start + block[0] * MINUTE);
  }
  return opening(start + DAY, calendar);
}

/** The same time of day, `days` working days on; counted from the next opening. */
export function addWorkdays(at: number, days: number, calendar: Calendar): number {
  let then = opening(at, calendar);
  for (let left = days; left > 0; ) {
    then += DAY;
    if (isWorkday(dayOf(then), calendar)) left -= 1;
  }
  return then;
}

/** `minutes` of office hours on, counted from the next opening. */
export function addWorkMinutes(at: number, minutes: number, calendar: Calendar): number {
  return addOpenTime(at, minutes * MINUTE, calendar);
}

function addOpenTime(at: number, length: number, calendar: Calendar): number {
  const start = opening(at, calendar);
  const shut = closing(start, calendar);
  const left = start + length - shut;
  return left <= 0 ? start + length : addOpenTime(shut, left, calendar);
}

/** Office hours between two instants, in ms. */
export function openTime(from: number, to: number, calendar: Calendar): number {
  let open = 0;
  for (let at = opening(from, calendar); at < to; ) {
    const shut = closing(at, calendar);
    open += Math.min(shut, to) - at;
    at = opening(shut, calendar);
  }
  return open;
}

/** When the block of office hours ends in which this instant lies. */
function closing(at: number, calendar: Calendar): number {
  const start = midnight(at);
  const block = calendar.hours.find(([, end]) => at < start + end * MINUTE);
  return start + (block?.[1] ?? 0) * MINUTE;
}
