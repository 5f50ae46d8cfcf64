import {
  type AppealCommand,
  type AppealView,
  appealInput,
  type Explained,
  safeParse,
} from '../../../lib/domain';
import { type Chosen, choiceError } from '../../lib/chosen';
import { unitsOf } from '../../lib/proposal';

type Dispatch = Extract<AppealCommand, { type: 'dispatch' }>;

/** The unit an upheld objection named, else as it is proposed; the coordinator may choose otherwise. */
export function firstChoice(view: AppealView, proposal: Explained | undefined): Chosen[] {
  if (view.suggested) return [{ unit: view.suggested.id, role: 'lead', need: '' }];
  return proposal ? unitsOf(proposal).map(({ unit, role }) => ({ unit, role, need: '' })) : [];
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
