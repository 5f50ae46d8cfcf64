import { Refused, send } from './api';
import type { Recording } from './domain';
import { commandOf, type Draft, drafts, dropDraft, filesOf, followOf, keepDraft } from './drafts';
import { news } from './news';
import { throwAway } from './photos';
import { Offline } from './transport';
import { Unreadable, upload, uploadRecording } from './upload';

/** An appeal on its way: sent again and again until it is answered, and done once thanks to its command id. */
export interface Parcel {
  readonly draft: Draft;
  /** Photos that have arrived: their ids by their files. */
  readonly uploaded: Readonly<Record<string, string>>;
  /** The same of recordings. */
  readonly recorded?: Readonly<Record<string, Recording>>;
  /** Epoch ms. */
  readonly queuedAt: number;
}

const key = 'outbox';
const changes = news();

export const { listen, leave } = changes;

/** What waits to be sent, the oldest first. */
export function outbox(): Parcel[] {
  return wx.getStorageSync<Parcel[]>(key) || [];
}

export function waiting(id: string): boolean {
  return outbox().some((parcel) => parcel.draft.id === id);
}

/** Takes a draft over. However often it is asked, it goes once. */
export function put(draft: Draft, queuedAt: number): void {
  if (waiting(draft.id)) return;
  keep([...outbox(), { draft: { ...draft, refusal: undefined }, uploaded: {}, queuedAt }]);
  dropDraft(draft.id);
  changes.tell();
}

/** What became of a draft that was put here. */
export function fate(id: string): 'waiting' | 'refused' | 'sent' {
  if (waiting(id)) return 'waiting';
  return drafts().some((draft) => draft.id === id && draft.refusal) ? 'refused' : 'sent';
}

let running: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** Sends what waits. Two at once are one; after a failure it tries again by itself, later and later. */
export function flush(): Promise<void> {
  running ??= sendAll().finally(() => {
    running = undefined;
  });
  return running;
}

async function sendAll(): Promise<void> {
  if (timer !== undefined) clearTimeout(timer);
  try {
    for (let next = outbox()[0]; next; next = outbox()[0]) await deliver(next);
    failures = 0;
  } catch (error) {
    if (!passing(error)) throw error;
    timer = setTimeout(() => void flush(), pause(failures));
    failures += 1;
  }
}

const longest = 60_000;

/** Half of it fixed, half by chance, so that many phones do not come back at the same moment. */
function pause(times: number): number {
  return Math.min(longest, 1_000 * 2 ** times) * (0.5 + Math.random() / 2);
}

async function deliver(parcel: Parcel): Promise<void> {
  const { draft } = parcel;
  try {
    const command = followOf(draft) ?? (await commandFor(draft));
    const { id, commandId } = draft;
    await send({ process: 'appeal', id, commandId, command });
  } catch (error) {
    if (passing(error) || !(error instanceof Refused)) throw error;
    keepDraft({
      ...draft,
      follow: undefined,
      refusal: { field: error.field ?? '', sentence: error.message },
    });
  }
  keep(outbox().filter((each) => each.draft.id !== draft.id));
  if (fate(draft.id) === 'sent') throwAway(filesOf(draft));
  changes.tell();
}

async function commandFor(draft: Draft) {
  const { id, photos, recordings = [] } = draft;
  const spoken = recordings.map(({ path }) => path);
  return commandOf(
    draft,
    await arrived(photos, kept(id, 'uploaded'), upload),
    await arrived(spoken, kept(id, 'recorded'), uploadRecording),
  );
}

interface Kept<Got> {
  of(path: string): Got | undefined;
  put(path: string, got: Got): void;
}

/** One file after the other, each remembered as soon as it has arrived. */
async function arrived<Got>(
  paths: readonly string[],
  known: Kept<Got>,
  hand: (path: string) => Promise<Got>,
): Promise<Got[]> {
  const all: Got[] = [];
  for (const path of paths) {
    const got = known.of(path) ?? (await unlessLost(path, hand));
    if (got !== undefined) {
      known.put(path, got);
      all.push(got);
    }
  }
  return all;
}

/** A file the phone has lost is left out: the words must not wait for it. */
async function unlessLost<Got>(path: string, hand: (path: string) => Promise<Got>): Promise<Got | undefined> {
  try {
    return await hand(path);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

type Arrived = Required<Pick<Parcel, 'uploaded' | 'recorded'>>;

/** What is remembered of one parcel's files. */
function kept<Name extends keyof Arrived>(id: string, name: Name): Kept<Arrived[Name][string]> {
  const mine = ({ draft }: Parcel) => draft.id === id;
  return {
    of: (path) => outbox().find(mine)?.[name]?.[path] as Arrived[Name][string] | undefined,
    put: (path, got) =>
      keep(outbox().map((each) => (mine(each) ? { ...each, [name]: { ...each[name], [path]: got } } : each))),
  };
}

/** It may work later as it is: no network, or a fault of the office. */
function passing(error: unknown): boolean {
  return error instanceof Offline || (error instanceof Refused && error.failure.kind === 'fault');
}

function keep(parcels: readonly Parcel[]): void {
  wx.setStorageSync(key, parcels);
}
