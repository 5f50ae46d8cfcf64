import {
  type AppealCommand,
  type AppealView,
  appealInput,
  type Explained,
  safeParse,
} from '../../../lib/domain';
import { type Chosen, choiceError } from '../../lib/chosen';
import { unitsOf } from '../../lib/proposal';

type Dispatch = Extract<AppealCommand, { type: 'dispatch' | 'designate' }>;

/** The unit an upheld objection named, else as it is proposed; the coordinator may choose otherwise. */
export function firstChoice(view: AppealView, proposal: Explained | undefined): Chosen[] {
  if (view.suggested) return [{ unit: view.suggested.id, role: 'lead', need: '' }];
  return proposal ? unitsOf(proposal).map(({ unit, role }) => ({ unit, role, need: '' })) : [];
}

/** 派单; after a consultation 定责派单, with what it came to. */
export function dispatchOf(chosen: readonly Chosen[], conclusion?: string): Dispatch {
  const units = chosen.map(({ unit, role, need }) => ({
    unit,
    role,
    ...(need.trim() !== '' && { need: need.trim() }),
  }));
  return conclusion === undefined
    ? { type: 'dispatch', units }
    : { type: 'designate', units, words: conclusion.trim() };
}

/** By unit, `units` for the whole, `words` for the conclusion. */
export function dispatchErrors(chosen: readonly Chosen[], conclusion?: string): Record<string, string> {
  const errors: Record<string, string> = {};
  const whole = choiceError(chosen, 1);
  if (whole) errors.units = whole;
  const { issues = [] } = safeParse(appealInput, dispatchOf(chosen, conclusion));
  for (const { path, message } of issues) {
    if (path?.[0]?.key === 'words') {
      errors.words = message;
      continue;
    }
    const unit = chosen[Number(path?.[1]?.key)]?.unit;
    errors[unit ?? 'units'] = message;
  }
  return errors;
}
