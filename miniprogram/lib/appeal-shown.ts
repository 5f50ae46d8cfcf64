import type { copyOf } from './copy';
import { type AppealView, type Recording, showInstant, words } from './domain';

export type DeskCopy = ReturnType<typeof copyOf<'desk'>>;

/** How the office sees an appeal. Who it is from: as far as the view lets it through. */
export interface AppealShown {
  readonly number: string;
  readonly status: string;
  readonly matter: string;
  readonly classed: string;
  readonly text: string;
  readonly photos: readonly string[];
  readonly recordings: readonly Recording[];
  readonly transcript: string;
  readonly address: string;
  readonly when: string;
  readonly name: string;
  readonly phone: string;
  readonly who: string;
  readonly reply: {
    readonly text: string;
    readonly photos: readonly string[];
    readonly outcome: string;
  } | null;
  readonly rating: string;
}

export function appealShown(view: AppealView, now: number, t: DeskCopy): AppealShown {
  const { contact, onBehalfOf, kind, tier } = view;
  return {
    number: view.number,
    status: words.appealStatus[view.status].zh,
    matter: view.matter?.zh ?? t.noMatter,
    classed: [kind && words.kind[kind].zh, tier && words.tier[tier].zh].filter(Boolean).join(' · '),
    ...saidIn(view),
    photos: view.photos,
    address: view.place?.address ?? '',
    when: showInstant(view.submittedAt, now),
    name: [contact?.name, onBehalfOf?.name && `${t.onBehalf} ${onBehalfOf.name}`].filter(Boolean).join(' · '),
    phone: contact?.phone ?? onBehalfOf?.phone ?? '',
    who: whoOf(view, t),
    reply: view.reply ? { ...view.reply, outcome: words.solved[view.reply.outcome].zh } : null,
    rating: ratingOf(view),
  };
}

/** What was written, and what was spoken: the words of the one are not told again as those of the other. */
export function saidIn({ text, transcript = '', recordings = [] }: AppealView) {
  return { text: text === transcript ? '' : text, transcript, recordings };
}

/** Why there is no number to call, where there is none. */
function whoOf({ identity, contact, onBehalfOf }: AppealView, t: DeskCopy): string {
  if (contact?.phone ?? onBehalfOf?.phone) return '';
  if (identity === 'anonymous') return t.anonymous;
  return identity === 'nameHidden' ? t.hidden : t.noPhone;
}

function ratingOf({ rating }: AppealView): string {
  if (!rating) return '';
  const said = `${words.solved[rating.solved].zh}，${words.satisfied[rating.satisfied].zh}`;
  return rating.words ? `${said}：${rating.words}` : said;
}
