import type { Command as AttendanceCommand } from '../../domain/attendance/attendance.ts';
import { attendance } from '../../domain/attendance/index.ts';
import { sign } from '../../domain/sign/index.ts';
import type { Command as SignCommand } from '../../domain/sign/sign.ts';
import { coordinator, system } from '../support/office.ts';
import { at, stories } from '../support/story.ts';

/** What the street keeps in mind: a sign in a grid, and the reds of a unit; told up to each of their states. */
const about = { grid: 'grid-1', matter: 'leak', appeals: [{ id: 'a1', number: 'LH-1' }] };

export const patrol: SignCommand = { type: 'patrol', ...about, into: 'patrol-a1', words: '请到现场巡查' };
export const table: SignCommand = { type: 'table', ...about, into: 'table-a1', words: '近七天两件' };
export const dismiss: SignCommand = { type: 'dismiss', ...about, words: '同一栋楼已在维修' };

export const signAfter = stories(sign, 'sign-grid-1-leak');
export const signs = {
  new: [],
  patrolled: [[coordinator, patrol]],
  tabled: [[coordinator, table]],
  dismissed: [[coordinator, dismiss]],
} as const;

/** One a week, from the second week of March on. */
export const red = (number: number): AttendanceCommand => ({
  type: 'redden',
  task: `task-${number}`,
  whistle: `whistle-${number}`,
  at: at('2026-03-09 10:00') + (number - 1) * week,
});
const week = 7 * 24 * 3_600_000;

export const attendanceAfter = stories(attendance, 'housing');
export const attendances = {
  new: [],
  counted: [[system, red(1)]],
  named: [
    [system, red(1)],
    [system, red(2)],
  ],
} as const;
