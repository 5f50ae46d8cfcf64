import type { Errand } from '../kernel/process.ts';
import { objectionOf } from '../objection/objection.ts';
import { isCounted } from '../task/news.ts';
import { firstStatus } from '../task/task.ts';
import type { Step } from '../topic/steps.ts';
import type { Appeal, Assignment, TaskRef } from './appeal.ts';

/** Where the tasks of one dispatch or whistle hang: known from the event alone, so a retry names them alike. */
export function parentOf(appeal: string, seq: number, way: 'd' | 'w'): string {
  return `${appeal}-${way}${seq}`;
}

export function taskOf(parent: string, unit: string): string {
  return `${parent}-${unit}`;
}

export function tasksOf(parent: string, units: readonly Assignment[]): TaskRef[] {
  return units.map(({ unit, role, step }) => ({
    task: taskOf(parent, unit),
    unit,
    role,
    ...(step && { step }),
    status: firstStatus(role),
    asOf: 0,
  }));
}

export function isOpen(task: TaskRef): boolean {
  return task.status !== 'released';
}

export function leadOf(tasks: Appeal['tasks']): TaskRef | undefined {
  return tasks.find((task) => task.role === 'lead' && isOpen(task));
}

export function hasLead(tasks: Appeal['tasks']): boolean {
  return leadOf(tasks) !== undefined;
}

/** 现在在哪一级：街道以下的，看在谁手里. */
export function stepOf({ tasks, step }: Pick<Appeal, 'tasks' | 'step'>): Step {
  return leadOf(tasks)?.step ?? step;
}

/** 报批的一哨没有回音以前，不再派单、吹哨、结案. */
export function noWhistleAsked({ whistleAsked }: Appeal): boolean {
  return whistleAsked === undefined;
}

/** 从派单到答复，诉求在承办单位手里. */
export function inHands({ status }: Appeal): boolean {
  return status === 'dispatched' || status === 'inProgress' || status === 'reworking';
}

/** 等批哨的先不派；几次没办好、等例会议定的，不再由专班派出. */
export function isOurs(appeal: Appeal): boolean {
  const { onAgenda, climbs } = appeal;
  const forMeeting = onAgenda && climbs[climbs.length - 1]?.reason === 'redo2';
  return noWhistleAsked(appeal) && !forMeeting;
}

/** 首接单位等协办单位都交出结果后才能答复；交不出的，有阶段性报告也可以（条例第十四条）. */
export function allSubmitted({ tasks }: Appeal): boolean {
  const counted = tasks.filter(isCounted);
  return counted.length > 0 && counted.every(hasHandedIn);
}

export function hasHandedIn({ role, status, interim }: TaskRef): boolean {
  return status === 'submitted' || status === 'accepted' || (role === 'assist' && interim === true);
}

/** What the street sends back is at once no longer handed in; the unit itself reports only its own steps. */
export function leadAtWork({ tasks }: Appeal): TaskRef[] {
  return tasks.map((task) => (task.role === 'lead' && isOpen(task) ? { ...task, status: 'handling' } : task));
}

/** An order to its tasks at the same moment: orders of the street never overtake each other. */
export function toTasks(appeal: Appeal, command: Errand['command'], role?: 'lead'): Errand[] {
  return appeal.tasks
    .filter((task) => isOpen(task) && (role === undefined || task.role === role))
    .map(({ task }) => ({ process: 'task', id: task, command, together: 'may' }));
}

/**
 * A task whose result was accepted is done: nothing is left of it to call off. What the units had asked for and what
 * they had objected to goes with the rest.
 */
export function release(appeal: Appeal, words: string): Errand[] {
  const open = appeal.tasks.filter((task) => task.status !== 'accepted');
  return [...toTasks({ ...appeal, tasks: open }, { type: 'release', words }), ...drop(appeal)];
}

/** A whistle that still waits for approval is not blown any more. */
export function callOff(whistle: string | undefined, words: string): Errand[] {
  const command = { type: 'cancel', words };
  return whistle ? [{ process: 'whistle', id: whistle, command, together: 'may' }] : [];
}

/** 还没批的申请、还没裁的异议，一并了结；剔除的照批. */
export function drop({ id, requests = [], disputes = [] }: Appeal): Errand[] {
  const words = '诉求已经不在单位办理';
  const moot = requests.filter(({ kind }) => kind !== 'exclude');
  return [
    ...moot.map(({ request }): Errand => {
      return { process: 'request', id: request, command: { type: 'takeBack', words }, together: 'may' };
    }),
    ...disputes.map((unit): Errand => {
      const command = { type: 'overrule', words };
      return { process: 'objection', id: objectionOf(id, unit), command, together: 'may' };
    }),
  ];
}
