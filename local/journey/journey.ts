import { randomUUID } from 'node:crypto';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { Assignment, Identity, Place, Satisfied, Solved } from '../../domain/appeal/appeal.ts';
import type { Role } from '../../domain/kernel/process.ts';
import type { Kind, Tier } from '../../domain/office/office.ts';
import type { Person } from '../../domain/office/person.ts';
import type { Lower } from '../../domain/topic/steps.ts';
import { ask, send, type Way } from './caller.ts';

export interface Telling {
  readonly from: string;
  readonly text: string;
  readonly identity: Identity;
  readonly place?: Place;
  readonly matter?: string;
  readonly onBehalfOf?: { readonly name: string; readonly phone?: string; readonly consent: string };
}

export interface Sorting {
  readonly kind: Kind;
  readonly tier: Tier;
  readonly matter: string;
}

/** 报到码, said on the spot. */
const code = '402915';
const leader = 'leader-tsering';
const grounds = { because: 'noAuthority', words: '社区劝过几次，街道没有执法权，要几家一起到场' };

/** The steps of an appeal's way, each taken through the door by the person whose step it is. */
export function journey(door: Cloud | Way, people: readonly Person[], coordinator: string) {
  const byOffice = (id: string, command: { type: string; [key: string]: unknown }) =>
    send(door, coordinator, { process: 'appeal', id, command });
  const of = (unit: string, role: Role) => {
    const person = people.find((each) => each.unit === unit && each.roles.includes(role));
    if (!person) throw new Error(`${unit} has no ${role}`);
    return person.id;
  };
  const byUnit = (unit: string, id: string, command: { type: string; [key: string]: unknown }) =>
    send(door, of(unit, 'handler'), { process: 'task', id, command });
  /** 结果和答复由负责人签：再次办理的，非他不可. */
  const bySigner = (unit: string, step: Parameters<typeof send>[2]) =>
    send(door, of(unit, 'unitLeader'), step);

  return {
    async submit({ from, text, identity, place, matter, onBehalfOf }: Telling): Promise<string> {
      const id = randomUUID();
      const { name, phone } = people.find((person) => person.id === from) ?? {};
      const command = {
        type: 'submit',
        text,
        photos: [],
        identity,
        contact: { name, phone },
        place,
        matter,
        onBehalfOf,
      };
      await send(door, from, { process: 'appeal', id, command: JSON.parse(JSON.stringify(command)) });
      return id;
    },
    accept: (id: string, sorting: Sorting) => byOffice(id, { type: 'accept', ...sorting }),
    decline: (id: string, branch: string, words: string) => byOffice(id, { type: 'decline', branch, words }),
    dispatch: (id: string, units: readonly Assignment[]) => byOffice(id, { type: 'dispatch', units }),
    entrust: (id: string, step: Lower) => byOffice(id, { type: 'entrust', step }),
    askWhistle: (id: string, subject: string, units: readonly Assignment[]) =>
      byOffice(id, { type: 'whistle', theme: 'appeal', subject, grounds, code, units }),
    /** By the leader, what the coordinator asked for. */
    async approveWhistle(id: string) {
      const { whistleAsked = '' } = (await ask(door, coordinator, 'appeal', { id })).view;
      await send(door, leader, { process: 'whistle', id: whistleAsked, command: { type: 'approve' } });
    },
    async whistle(id: string, subject: string, units: readonly Assignment[]) {
      await this.askWhistle(id, subject, units);
      await this.approveWhistle(id);
    },
    review: (id: string) => byOffice(id, { type: 'review', pass: true }),
    close: (id: string, words: string) => byOffice(id, { type: 'close', reason: 'explained', words }),
    async tasks(id: string) {
      return (await ask(door, coordinator, 'appeal', { id })).view.units;
    },
    acknowledge: (unit: string, task: string) => byUnit(unit, task, { type: 'acknowledge' }),
    setOut: (unit: string, task: string) => byUnit(unit, task, { type: 'setOut' }),
    reportIn: (unit: string, task: string) => byUnit(unit, task, { type: 'reportIn', way: 'onsite', code }),
    contact: (unit: string, task: string, words: string) =>
      byUnit(unit, task, { type: 'contact', way: 'phone', words }),
    work: (unit: string, task: string, words: string) =>
      byUnit(unit, task, { type: 'work', words, photos: [], shared: true }),
    submitTask: (unit: string, task: string, words: string) =>
      bySigner(unit, {
        process: 'task',
        id: task,
        command: { type: 'submit', words, outcome: 'solved', photos: [] },
      }),
    reply: (unit: string, id: string, text: string) =>
      bySigner(unit, {
        process: 'appeal',
        id,
        command: { type: 'reply', text, outcome: 'solved', photos: [] },
      }),
    rate: (from: string, id: string, solved: Solved, satisfied: Satisfied) =>
      send(door, from, { process: 'appeal', id, command: { type: 'rate', solved, satisfied } }),
    withdraw: (from: string, id: string) =>
      send(door, from, { process: 'appeal', id, command: { type: 'withdraw' } }),
  };
}

export type Journey = ReturnType<typeof journey>;
