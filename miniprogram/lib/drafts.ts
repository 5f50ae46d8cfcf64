import { newId } from './api';
import { type AppealCommand, type Identity, type Point, type Recording, words } from './domain';
import { gather } from './gather';
import { throwAway } from './photos';
import type { Spoken } from './voice';

type Submit = Extract<AppealCommand, { type: 'submit' }>;
type Follow = Extract<AppealCommand, { type: 'follow' }>;

/** An appeal being written, kept on this phone at every change. Its ids are made once, with the draft. */
export interface Draft {
  readonly id: string;
  readonly commandId: string;
  readonly text: string;
  /** Files on this phone. */
  readonly photos: readonly string[];
  readonly recordings?: readonly Spoken[];
  readonly nowhere: boolean;
  readonly point?: Point | undefined;
  readonly address: string;
  readonly identity: Identity;
  readonly name: string;
  readonly phone: string;
  readonly behalf: boolean;
  readonly otherName: string;
  readonly otherPhone: string;
  readonly consent: string;
  readonly matter?: string | undefined;
  /** Matters this person has said no to. */
  readonly notThese: readonly string[];
  /** The closed appeal whose trouble came back. */
  readonly relapseOf?: string | undefined;
  /** It goes along with what others have reported, and nothing of what is written here is sent. */
  readonly follow?: Pick<Follow, 'into' | 'matter' | 'grid'> | undefined;
  /** The office said no to it: what about, and why. */
  readonly refusal?: { readonly field: string; readonly sentence: string } | undefined;
}

export function newDraft(): Draft {
  return {
    id: newId(),
    commandId: newId(),
    text: '',
    photos: [],
    nowhere: false,
    address: '',
    identity: 'open',
    name: '',
    phone: '',
    behalf: false,
    otherName: '',
    otherPhone: '',
    consent: '',
    notThese: [],
  };
}

const key = 'drafts';

/** The latest changed first. */
export function drafts(): Draft[] {
  return wx.getStorageSync<Draft[]>(key) || [];
}

/** Keeps it as it is now; one that has become empty is forgotten. */
export function keepDraft(draft: Draft): void {
  const others = drafts().filter((each) => each.id !== draft.id);
  if (begun(draft)) wx.setStorageSync(key, [draft, ...others]);
  else dropDraft(draft.id);
}

/** Forgets the draft; its photos live on in whatever took them over. */
export function dropDraft(id: string): void {
  const all = drafts();
  const others = all.filter((each) => each.id !== id);
  if (others.length < all.length) wx.setStorageSync(key, others);
}

export function dropAllDrafts(): void {
  throwAway(gather(drafts(), filesOf));
  wx.removeStorageSync(key);
}

/** Everything of it that lies on this phone. */
export function filesOf({ photos, recordings = [] }: Draft): string[] {
  return [...photos, ...recordings.map(({ path }) => path)];
}

/** What it is called in a list; empty where it has neither words nor a voice. */
export function titleOf({ text, recordings = [] }: Draft): string {
  return text.trim().slice(0, 60) || (recordings.length > 0 ? words.spoken : '');
}

/** Whether anything has been put into it. */
export function begun(draft: Draft): boolean {
  const { text, address, point } = draft;
  return text.trim() !== '' || filesOf(draft).length > 0 || address !== '' || point !== undefined;
}

/** The command a draft stands for; photos and recordings under the ids the office gave. */
export function commandOf(
  draft: Draft,
  photos: readonly string[],
  recordings: readonly Recording[] = [],
): Submit {
  return {
    type: 'submit',
    text: draft.text,
    photos,
    ...(recordings.length > 0 && { recordings }),
    identity: draft.identity,
    ...given('place', placeOf(draft)),
    ...given('matter', draft.matter),
    ...given('contact', contactOf(draft)),
    ...given('onBehalfOf', draft.behalf ? other(draft) : undefined),
    ...given('relapseOf', draft.relapseOf),
  };
}

/** Where it goes along with another one, only that is sent. */
export function followOf(draft: Draft): Follow | undefined {
  const { follow, identity } = draft;
  return follow && { type: 'follow', ...follow, identity, ...given('contact', contactOf(draft)) };
}

function given<Key extends string, Value>(name: Key, value: Value | undefined) {
  return value === undefined ? {} : ({ [name]: value } as { [each in Key]: Value });
}

function placeOf({ nowhere, point, address }: Draft): Submit['place'] {
  if (nowhere || (point === undefined && address.trim() === '')) return undefined;
  return { ...given('point', point), ...given('address', filled(address)) };
}

function contactOf({ identity, name, phone }: Draft): Submit['contact'] {
  return identity === 'anonymous' ? undefined : someone(name, phone);
}

function someone(name: string, phone: string) {
  if (!filled(name) && !filled(phone)) return undefined;
  return { ...given('name', filled(name)), ...given('phone', filled(phone)) };
}

function other({ otherName, otherPhone, consent }: Draft) {
  return { ...someone(otherName, otherPhone), consent };
}

function filled(text: string): string | undefined {
  return text.trim() || undefined;
}
