import { copyOf } from '../../../lib/copy';
import type { AppealView } from '../../../lib/domain';

/** A line about the way it has taken; `id`: the other appeal it leads to. */
export interface Turn {
  readonly zh: string;
  readonly id?: string;
}

export function turnsOf(view: AppealView): Turn[] {
  const t = copyOf('deskAppeal');
  const { questions = [], declineProposal, parent, followers = [], urges, relapseOf, relapsedBy } = view;
  return [
    ...(declineProposal ? [{ zh: `${t.declining}：${declineProposal.zh}。${declineProposal.words}` }] : []),
    ...(questions.length > 0 ? [{ zh: `${t.asked}：${questions.join('；')}` }] : []),
    ...(parent ? [{ zh: `${t.mergedInto} ${parent.number ?? ''}`, id: parent.id }] : []),
    ...followers.map(({ id, number }) => ({ zh: `${t.followers} ${number}`, id })),
    ...(urges > 0 ? [{ zh: `${t.urged} ${urges} ${t.times}` }] : []),
    ...(relapseOf ? [{ zh: t.relapseOf, id: relapseOf }] : []),
    ...(relapsedBy ? [{ zh: t.relapsedBy, id: relapsedBy }] : []),
  ];
}
