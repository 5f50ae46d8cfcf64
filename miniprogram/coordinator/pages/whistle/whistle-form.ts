import {
  type AppealCommand,
  type AppealView,
  appealInput,
  type Explained,
  type PublicOffice,
  safeParse,
  showInstant,
  type Theme,
  words,
} from '../../../lib/domain';
import { type Chosen, choiceError } from '../../lib/chosen';
import { firstChoice } from '../dispatch/dispatch-form';

type Blow = Extract<AppealCommand, { type: 'whistle' }>;

/** A whistle being composed. `date` 2026-12-03 and `time` 15:00 as the pickers give them, empty: no meeting. */
export interface WhistleForm {
  readonly theme: Theme;
  readonly subject: string;
  readonly units: readonly Chosen[];
  readonly date: string;
  readonly time: string;
  readonly meetPlace: string;
  readonly partners: readonly string[];
}

/** The subject names the matter and the place, never the resident's own words. */
export function firstForm(view: AppealView, proposal: Explained | undefined): WhistleForm {
  const address = view.place?.address ?? '';
  const subject = [address, view.matter?.zh].filter(Boolean).join('：');
  const theme = view.tier === 'T1' ? 'emergency' : 'appeal';
  return {
    theme,
    subject,
    units: firstChoice(view, proposal),
    date: '',
    time: '',
    meetPlace: address,
    partners: [],
  };
}

/** Beijing time, whatever the phone's own. */
export function instantOf({ date, time }: Pick<WhistleForm, 'date' | 'time'>): number | undefined {
  const at = date && time ? Date.parse(`${date}T${time}:00+08:00`) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

export function blowOf(form: WhistleForm): Blow {
  const meetAt = instantOf(form);
  const meetPlace = form.meetPlace.trim();
  return {
    type: 'whistle',
    theme: form.theme,
    subject: form.subject.trim(),
    units: form.units.map((unit) => ({ ...unit, need: unit.need.trim() })),
    ...(meetAt !== undefined && { meetAt }),
    ...(meetPlace !== '' && { meetPlace }),
    ...(form.partners.length > 0 && { partners: form.partners }),
  };
}

export interface ErrorCopy {
  readonly past: string;
  readonly halfMeet: string;
}

/** What is wrong, at its field: by name, by unit, and `units` for the choice as a whole. */
export function whistleErrors(form: WhistleForm, now: number, t: ErrorCopy): Record<string, string> {
  const errors: Record<string, string> = {};
  const { issues = [] } = safeParse(appealInput, blowOf(form));
  for (const { path = [], message } of issues) {
    const unit = path[0]?.key === 'units' ? form.units[Number(path[1]?.key)]?.unit : undefined;
    errors[unit ?? String(path[0]?.key)] = message;
  }
  const choice = choiceError(form.units, 2);
  if (choice) errors.units = choice;
  const meet = meetError(form, now, t);
  if (meet) errors.meetAt = meet;
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

export function received(form: WhistleForm, view: AppealView, office: PublicOffice, now: number): Received[] {
  const at = instantOf(form);
  const common = {
    theme: words.theme[form.theme].zh,
    subject: form.subject.trim(),
    meet: [at === undefined ? '' : showInstant(at, now), form.meetPlace.trim()].filter(Boolean).join(' '),
    partners: form.partners.join('、'),
    about: [view.matter?.zh, view.place?.address, view.number].filter(Boolean).join(' · '),
  };
  return form.units.map(({ unit, role, need }) => ({
    ...common,
    unit,
    zh: office.units.find(({ id }) => id === unit)?.zh ?? unit,
    role: words.taskRole[role].zh,
    need: need.trim(),
  }));
}

/** In or out, by one tap. */
export function toggled(partners: readonly string[], partner: string): string[] {
  const name = partner.trim();
  if (name === '') return [...partners];
  return partners.includes(name) ? partners.filter((each) => each !== name) : [...partners, name];
}
