import {
  type AppealCommand,
  type AppealView,
  appealInput,
  type PublicOffice,
  safeParse,
} from '../../../lib/domain';
import { type Chosen, choiceError } from '../../lib/chosen';
import { suggest } from '../../lib/suggest';

type Dispatch = Extract<AppealCommand, { type: 'dispatch' }>;

/** The unit an upheld objection named, else where the catalogue says the matter belongs; the coordinator may choose otherwise. */
export function firstChoice(view: AppealView, office: PublicOffice): Chosen[] {
  if (view.suggested) return [{ unit: view.suggested.id, role: 'lead', need: '' }];
  const [first] = suggest(view, office);
  if (!first) return [];
  const assists = first.assists.map(({ id }) => ({ unit: id, role: 'assist' as const, need: '' }));
  return [{ unit: first.lead.id, role: 'lead', need: '' }, ...assists];
}

export function dispatchOf(chosen: readonly Chosen[]): Dispatch {
  const units = chosen.map(({ unit, role, need }) => ({
    unit,
    role,
    ...(need.trim() !== '' && { need: need.trim() }),
  }));
  return { type: 'dispatch', units };
}

/** By unit, and `units` for the whole. */
export function dispatchErrors(chosen: readonly Chosen[]): Record<string, string> {
  const errors: Record<string, string> = {};
  const whole = choiceError(chosen, 1);
  if (whole) errors.units = whole;
  const { issues = [] } = safeParse(appealInput, dispatchOf(chosen));
  for (const { path, message } of issues) {
    const unit = chosen[Number(path?.[1]?.key)]?.unit;
    errors[unit ?? 'units'] = message;
  }
  return errors;
}
