import {
  type AppealView,
  type Call,
  type Explained,
  type Grounds,
  type Help,
  type Point,
  type PublicOffice,
  safeParse,
  showInstant,
  type Theme,
  whistleInput,
  words,
} from '../../../lib/domain';
import { type Chosen, choiceError } from '../../lib/chosen';
import { firstChoice } from '../dispatch/dispatch-form';

/** A whistle being composed. `date` 2026-12-03 and `time` 15:00 as the pickers give them, empty: no meeting. */
export interface WhistleForm {
  readonly theme: Theme;
  readonly subject: string;
  readonly because: Grounds['because'];
  readonly grounds: string;
  readonly units: readonly Chosen[];
  readonly date: string;
  readonly time: string;
  readonly meetPlace: string;
  readonly point: Point | null;
  /** 报到码: six digits; `coded` whether it may be used. */
  readonly code: string;
  readonly coded: boolean;
  readonly online: boolean;
  /** The day it is planned to be done, as the picker gives it; empty: the theme's own term. */
  readonly plan: string;
  readonly partners: readonly Help[];
}

/** Six digits nobody can guess from the whistle. */
export function newCode(): string {
  return String(Math.floor(100_000 + Math.random() * 900_000));
}

const blank = {
  subject: '',
  because: 'tried',
  grounds: '',
  units: [],
  date: '',
  time: '',
  meetPlace: '',
  point: null,
  coded: true,
  online: false,
  plan: '',
  partners: [],
} as const satisfies Partial<WhistleForm>;

/** The subject names the matter and the place, never the resident's own words. */
export function firstForm(view: AppealView | undefined, proposal: Explained | undefined): WhistleForm {
  const code = newCode();
  if (view === undefined) return { ...blank, ...themed('emergency'), code };
  const address = view.place?.address ?? '';
  const subject = [address, view.matter?.zh].filter(Boolean).join('：');
  return {
    ...blank,
    ...themed(view.tier === 'T1' ? 'emergency' : 'appeal'),
    code,
    subject,
    units: firstChoice(view, proposal),
    meetPlace: address,
    point: view.place?.point ?? null,
  };
}

/** Danger is what an emergency is blown for, and nothing else is. */
export function themed(
  theme: Theme,
  before: Grounds['because'] = 'tried',
): Pick<WhistleForm, 'theme' | 'because'> {
  if (theme === 'emergency') return { theme, because: 'danger' };
  return { theme, because: before === 'danger' ? 'tried' : before };
}

/** Beijing time, whatever the phone's own. */
export function instantOf({ date, time }: Pick<WhistleForm, 'date' | 'time'>): number | undefined {
  const at = date && time ? Date.parse(`${date}T${time}:00+08:00`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

export function callOf(form: WhistleForm): Call {
  const { theme, because, point, code, online, plan } = form;
  const meetAt = instantOf(form);
  const planAt = instantOf({ date: plan, time: '18:00' });
  const meetPlace = form.meetPlace.trim();
  return {
    theme,
    subject: form.subject.trim(),
    grounds: { because, words: form.grounds.trim() },
    units: form.units.map((unit) => ({ ...unit, need: unit.need.trim() })),
    ...(meetAt !== undefined && { meetAt }),
    ...(meetPlace !== '' && { meetPlace }),
    ...(point && { meetPoint: point }),
    ...(form.coded && { code }),
    ...(online && { online }),
    ...(theme === 'keyWork' && planAt !== undefined && { planAt }),
    ...(form.partners.length > 0 && { partners: form.partners }),
  };
}

export interface ErrorCopy {
  readonly past: string;
  readonly halfMeet: string;
  readonly noArrival: string;
}

/** What is wrong, at its field: by name, by unit, and `units` for the choice as a whole. */
export function whistleErrors(form: WhistleForm, now: number, t: ErrorCopy): Record<string, string> {
  const errors: Record<string, string> = {};
  const { issues = [] } = safeParse(whistleInput, { type: 'blow', ...callOf(form) });
  for (const { path = [], message } of issues) {
    const unit = path[0]?.key === 'units' ? form.units[Number(path[1]?.key)]?.unit : undefined;
    errors[unit ?? String(path[0]?.key)] = message;
  }
  const choice = choiceError(form.units, 2);
  if (choice) errors.units = choice;
  const meet = meetError(form, now, t);
  if (meet) errors.meetAt = meet;
  if (!form.coded && !form.point && !form.online) errors.arrival = t.noArrival;
  return errors;
}

function meetError(form: WhistleForm, now: number, t: ErrorCopy): string {
  if ((form.date === '') !== (form.time === '')) return t.halfMeet;
  const at = instantOf(form);
  return at !== undefined && at < now ? t.past : '';
}

/** What one department will read. */
export interface Received {
  readonly unit: string;
  readonly zh: string;
  readonly role: string;
  readonly theme: string;
  readonly subject: string;
  readonly need: string;
  readonly meet: string;
  readonly partners: string;
  readonly about: string;
}

export function received(
  form: WhistleForm,
  view: AppealView | undefined,
  office: PublicOffice,
  now: number,
): Received[] {
  const at = instantOf(form);
  const nameOf = (unit: string) => office.units.find(({ id }) => id === unit)?.zh ?? unit;
  const common = {
    theme: words.theme[form.theme].zh,
    subject: form.subject.trim(),
    meet: [at === undefined ? '' : showInstant(at, now), form.meetPlace.trim()].filter(Boolean).join(' '),
    about: [view?.matter?.zh, view?.place?.address, view?.number].filter(Boolean).join(' · '),
  };
  const partners = form.partners.map(({ unit }) => nameOf(unit)).join('、');
  const departments = form.units.map(({ unit, role, need }) => ({
    ...{ ...common, partners, unit, need: need.trim() },
    zh: nameOf(unit),
    role: words.taskRole[role].zh,
  }));
  const helpers = form.partners.map(({ unit, need }) => ({
    ...{ ...common, subject: '', about: '', partners: '', unit, need: need.trim() },
    zh: nameOf(unit),
    role: words.taskRole.partner.zh,
  }));
  return [...departments, ...helpers];
}

/** In or out, by one tap. */
export function toggled(partners: readonly Help[], unit: string, need: string): Help[] {
  const others = partners.filter((each) => each.unit !== unit);
  return others.length < partners.length ? others : [...partners, { unit, need }];
}

export function asked(partners: readonly Help[], unit: string, need: string): Help[] {
  return partners.map((each) => (each.unit === unit ? { unit, need } : each));
}
