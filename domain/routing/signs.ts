import { signId } from '../sign/sign.ts';
import { type Calendar, dayOf, isWorkday, PastHorizon } from '../time/calendar.ts';
import type { Named } from './proposal.ts';

const day = 86_400_000;
/** The window looked at, and how many such windows before it are its history. */
export const week = 7 * day;
export const weeks = 8;
/** Fewer than this are no cluster, whatever there was before. */
export const fewest = 3;

/** An appeal as it is counted. `at` epoch ms. */
export interface Counted {
  readonly id: string;
  readonly number: string;
  readonly at: number;
  readonly owner: string;
}

/** One matter in one grid that stands out against its own history（未诉先办，条例第二十四条至第二十六条）. */
export interface Sign {
  /** The record it is dealt with under. */
  readonly id: string;
  /** Who would be given the patrol. */
  readonly lead: string;
  readonly grid: Named;
  readonly matter: Named;
  readonly count: number;
  readonly people: number;
  /** Appeals in each of the weeks before, the newest first; their mean and spread. */
  readonly before: readonly number[];
  readonly mean: number;
  readonly sigma: number;
  /** In the same week a year ago. */
  readonly lastYear: number;
  /** Days off on weekdays within the window. */
  readonly holidays: number;
  readonly appeals: readonly Omit<Counted, 'owner'>[];
  /** A patrol and an item of the weekly meeting, ready to be changed. */
  readonly patrol: string;
  readonly agenda: string;
}

/** What is known of one matter in one grid. */
export interface Cell {
  readonly grid: Named;
  readonly matter: Named;
  readonly lead: string;
  readonly recent: readonly Counted[];
  /** When each appeal of its history was submitted. */
  readonly history: readonly number[];
  readonly lastYear: number;
}

/** How many appeals each week before this one had, the newest first. */
export function byWeek(history: readonly number[], now: number): number[] {
  return Array.from({ length: weeks }, (_, n) => {
    const end = now - (n + 1) * week;
    return history.filter((at) => at >= end - week && at < end).length;
  });
}

/** At least three in seven days, from at least two people, and more than its mean and twice its spread. */
export function signOf(cell: Cell, now: number, calendar: Calendar): Sign | undefined {
  const before = byWeek(cell.history, now);
  const mean = before.reduce((sum, count) => sum + count, 0) / weeks;
  const sigma = Math.sqrt(before.reduce((sum, count) => sum + (count - mean) ** 2, 0) / weeks);
  const count = cell.recent.length;
  const people = new Set(cell.recent.map(({ owner }) => owner)).size;
  if (count < fewest || people < 2 || count <= mean + 2 * sigma) return undefined;
  const { grid, matter, lead, lastYear } = cell;
  const id = signId({ grid: grid.id, matter: matter.id });
  const appeals = cell.recent.map(({ id, number, at }) => ({ id, number, at }));
  const holidays = daysOff(now, calendar);
  return {
    id,
    lead,
    grid,
    matter,
    count,
    people,
    before,
    mean,
    sigma,
    lastYear,
    holidays,
    appeals,
    ...drafts(cell, mean, people),
  };
}

/** Past what the calendar knows no day off is counted. */
function daysOff(now: number, calendar: Calendar): number {
  try {
    const days = Array.from({ length: 7 }, (_, n) => now - n * day);
    return days.filter((at) => isWeekday(at) && !isWorkday(dayOf(at), calendar)).length;
  } catch (error) {
    if (error instanceof PastHorizon) return 0;
    throw error;
  }
}

/** 1970-01-01 was a Thursday; Beijing is eight hours ahead. */
function isWeekday(at: number): boolean {
  return ((Math.floor((at + day / 3) / day) + 4) % 7) % 6 !== 0;
}

function drafts({ grid, matter, lead, recent, lastYear }: Cell, mean: number, people: number) {
  const usual = mean < 0.1 ? '平时几乎没有' : `平时每周约 ${mean.toFixed(1)} 件`;
  const season = lastYear >= recent.length / 2 ? `去年同一周 ${lastYear} 件，可能与时节有关。` : '';
  const fact = `近七天 ${people} 人反映 ${recent.length} 件，${usual}。${season}`;
  return {
    patrol: `请${lead}会同${grid.zh}的网格员，三日内到现场巡查“${matter.zh}”：${fact}看清范围和原因，能当场处理的当场处理，处理不了的上报。`,
    agenda: `${grid.zh}“${matter.zh}”：${fact}建议由${lead}牵头排查，提出办法和时限。`,
  };
}

/** A matter of the week over all grids: how many, how many the week before, and how far it has spread. */
export interface Hot {
  readonly matter: Named;
  readonly count: number;
  readonly before: number;
  readonly grids: number;
}
