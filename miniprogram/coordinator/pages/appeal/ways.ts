import { copyOf } from '../../../lib/copy';
import type { AppealView, Explained, PublicOffice } from '../../../lib/domain';
import type { Form, Option } from '../../../lib/form';
import { askingOf } from '../../../lib/leave';
import { leaveForm } from '../../../lib/leave-forms';
import { pursuitForm } from '../../../lib/pursuit-forms';
import { formOf } from '../../lib/forms';
import { dispatchPath, whistlePath } from '../../lib/paths';

/** Moves that have a page of their own. */
export const pages: Readonly<Record<string, (id: string) => string>> = {
  dispatch: dispatchPath,
  designate: dispatchPath,
  whistle: whistlePath,
};

interface About {
  readonly view: AppealView;
  readonly office: Pick<PublicOffice, 'matters' | 'units' | 'grids'>;
  readonly proposal?: Explained | undefined;
  /** What it may be merged into. */
  readonly alike?: readonly Option[];
  readonly now: number;
}

/** The form of a move made from the page of an appeal: on it, on a task of it, on what was asked about it. */
export function formFor(
  to: Pick<Form, 'process' | 'id' | 'type'>,
  { view, office, proposal, alike = [], now }: About,
): Form | undefined {
  const { declineProposal, transcript, place } = view;
  return (
    formOf(
      to,
      { ...office, grid: place?.grid, proposal, alike, declineProposal, transcript },
      copyOf('deskForms'),
    ) ??
    leaveForm(to, { ...askingOf(view), units: office.units }, copyOf('leaveForms')) ??
    pursuitForm(to, { now }, copyOf('pursuitForms'))
  );
}
