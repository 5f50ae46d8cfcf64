import type { Copy } from '../../lib/copy';
import { type AppealView, appealInput, type Matter, words } from '../../lib/domain';
import { commandOf, type Draft } from '../../lib/drafts';
import { emergencyIn } from '../../lib/emergency';
import { errorsOf } from '../../lib/errors';

/** The matter most of whose words stand in the text; the longer a word, the more it says. */
export function suggest(
  text: string,
  matters: readonly Matter[],
  notThese: readonly string[],
): Matter | undefined {
  const scored = matters
    .filter((matter) => !notThese.includes(matter.id))
    .map((matter) => ({ matter, score: scoreOf(text, matter) }))
    .sort((one, other) => other.score - one.score);
  const best = scored[0];
  return best && best.score > 0 ? best.matter : undefined;
}

function scoreOf(text: string, { words }: Matter): number {
  return words.filter((word) => text.includes(word)).reduce((sum, word) => sum + word.length, 0);
}

/** What is said back while somebody writes. */
export function answerTo(draft: Draft, matters: readonly Matter[]) {
  const matter = suggest(draft.text, matters, draft.notThese);
  return {
    length: draft.text.length,
    matter: matter ? { id: matter.id, zh: matter.zh } : null,
    emergency: emergencyIn(draft.text) ?? null,
  };
}

const order = ['text', 'recordings', 'photos', 'place', 'identity', 'contact', 'onBehalfOf'];

/** As they will be sent, but for their ids. */
function spokenIn({ recordings = [] }: Draft) {
  return recordings.map(({ seconds }) => ({ id: 'recording', seconds }));
}

/** What is wrong with it, and the field to go to first. */
export function wrongWith(draft: Draft): { errors: Record<string, string>; first?: string } {
  const errors = errorsOf(appealInput, commandOf(draft, [], spokenIn(draft)));
  const parts = Object.keys(errors).map((field) => field.split('_')[0] ?? '');
  const first = order.find((part) => parts.includes(part)) ?? parts[0];
  return { errors, ...(first !== undefined && { first }) };
}

/** Where the office's refusal is shown: at its field where the page has one, else above everything. */
export function refusalOf({ refusal }: Draft): Record<string, string> {
  if (!refusal) return {};
  const field = refusal.field.replace(/^(photo|recording)$/, '$1s').replace(/\./g, '_');
  return { [order.includes(field.split('_')[0] ?? '') ? field : 'all']: refusal.sentence };
}

/** The same trouble again, at the same place; what is known of the last time is filled in. */
export function relapsed(
  draft: Draft,
  relapseOf: string,
  before: AppealView | undefined,
  t: Copy<'submit'>,
): Draft {
  if (!before) return { ...draft, relapseOf };
  const { place, identity } = before;
  const text = before.text === words.spoken ? '' : before.text;
  return {
    ...draft,
    relapseOf,
    identity,
    text: `${t.came}${text}`.slice(0, 2000),
    address: place?.address ?? '',
    ...(place?.point && { point: place.point }),
  };
}

export function identities(t: Copy<'submit'>) {
  return [
    { value: 'open', zh: t.open, note: t.openNote },
    { value: 'nameHidden', zh: t.nameHidden, note: t.nameHiddenNote },
    { value: 'anonymous', zh: t.anonymous, note: t.anonymousNote },
  ];
}

export function behalves(t: Copy<'submit'>) {
  return [
    { value: 'self', zh: t.self },
    { value: 'other', zh: t.behalfOf },
  ];
}

export function consents(t: Copy<'submit'>) {
  return [t.inPerson, t.byPhone, t.family].map((zh) => ({ value: zh, zh }));
}
