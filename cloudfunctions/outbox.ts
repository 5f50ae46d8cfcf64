import { createHash } from 'node:crypto';
import type { Cited, Errand, Event, Notice } from '../domain/kernel/process.ts';
import type { Office } from '../domain/office/office.ts';
import type { AnyProcess, Fact, Status } from './commit.ts';
import type { Doc } from './store.ts';
import { telling } from './tell/telling.ts';

/** A stored event. `pendingAt`: its errands are not all done; whoever comes after that time takes them on. */
export interface EventDoc extends Doc {
  readonly stream: string;
  readonly process: string;
  readonly event: Event<Fact>;
  readonly seq: number;
  readonly commandId: string;
  readonly errands: readonly Errand[];
  readonly pendingAt: number | null;
  readonly deadAt: number | null;
  readonly attempts: number;
}

/** How long whoever runs the errands of an event has before somebody else does, in ms. */
export const lease = 30_000;

/** What is written beside a state for one event that led to it. */
export interface Posting {
  readonly doc: EventDoc;
  readonly inbox: readonly Doc[];
  /** Errands of the same transaction, by the ids of their commands. */
  readonly together: readonly { readonly errand: Errand; readonly commandId: string }[];
}

export function post(
  process: AnyProcess,
  state: Status,
  event: Event<Fact>,
  commandId: string,
  office: Office,
): Posting {
  const stream = `${process.name}.${event.stream}`;
  const _id = `${stream}.${event.seq}`;
  const errands = process.errands(state, event);
  const later = errands.filter((errand) => !errand.together);
  const pendingAt = later.length > 0 ? event.at + lease : null;
  const sending = { errands: later, pendingAt, deadAt: null, attempts: 0 };
  return {
    doc: { _id, stream, process: process.name, event, seq: event.seq, commandId, ...sending },
    inbox: process
      .notices(state, event)
      .map((notice) => ({ ...inboxDoc(notice, event.at, office), ...cited(notice, process.cites?.(state)) })),
    together: errands
      .filter((errand) => errand.together)
      .map((errand, place) => ({ errand, commandId: `${_id}.t${place}` })),
  };
}

/** The errands of the event that are still to run, by the ids of their commands: the same ones at every attempt. */
export function laterOf({ _id, errands }: EventDoc) {
  return errands.map((errand, place) => ({ errand, commandId: `${_id}.e${place}` }));
}

/** One line for each kind of news of one thing: what is told again moves up and is unread again. */
function inboxDoc({ to: whom, about, process, id }: Notice, at: number, office: Office): Doc {
  const [[kind, name] = []] = Object.entries(whom);
  const to = `${kind}:${name}`;
  const _id = `n${createHash('sha256').update([to, about, process, id].join(' ')).digest('hex').slice(0, 40)}`;
  return { _id, to, about, process, id, at, ...telling(about, at, office) };
}

/** A unit is not told its own name. */
function cited({ to }: Notice, { number, matter, unit }: Cited = {}): Cited {
  const others = unit && !('unit' in to && to.unit === unit) ? { unit } : {};
  return { ...(number && { number }), ...(matter && { matter }), ...others };
}

/** The coordinators are told that errands were put aside; the words say nothing of what. */
export function asideNotice({ _id: id }: EventDoc, at: number, office: Office): Doc {
  return inboxDoc({ to: { role: 'coordinator' }, about: 'letter.dead', process: 'letter', id }, at, office);
}
