import { copyOf } from '../../lib/copy';
import { type Draft, drafts, newDraft } from '../../lib/drafts';
import { outbox } from '../../lib/outbox';
import { askIfPossible, recall } from '../../lib/seen';
import { relapsed } from './content';

/** The named one, or the one last written, or a new one that knows who is writing. */
export function opened(id: string | undefined): Draft {
  const all = [...drafts(), ...outbox().map((parcel) => parcel.draft)];
  const known = id ? all.find((draft) => draft.id === id) : drafts().find((draft) => !draft.refusal);
  const me = recall('me', {})?.value;
  return known ?? { ...newDraft(), name: me?.name ?? '', phone: me?.phone ?? '' };
}

/** The one begun for what came back, or a new one that says again what was said then. */
export function again(id: string): Draft {
  const begun = drafts().find((draft) => draft.relapseOf === id);
  if (begun) return begun;
  const { name = '', phone = '' } = recall('me', {})?.value ?? {};
  return relapsed({ ...newDraft(), name, phone }, id, recall('appeal', { id })?.value.view, copyOf('submit'));
}

/** Who is writing, where this phone did not know it yet: what he has left empty is filled in. */
export async function introduced(draft: () => Draft): Promise<Partial<Draft>> {
  if (recall('me', {})) return {};
  const { value: me } = await askIfPossible('me', {});
  const { name, phone } = draft();
  return { name: name || (me?.name ?? ''), phone: phone || (me?.phone ?? '') };
}
