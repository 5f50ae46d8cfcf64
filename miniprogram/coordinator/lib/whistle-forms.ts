import type { copyOf } from '../../lib/copy';
import { words } from '../../lib/domain';
import type { Form, Option } from '../../lib/form';
import { optionsOf } from '../../lib/options';

type Copy = ReturnType<typeof copyOf<'whistleForms'>>;

/** Which units of the whistle have not come. */
export interface Waiting {
  readonly waiting: readonly Option[];
}

/** What the street is asked before a move on a whistle. */
export const whistleForms: Readonly<
  Record<string, (t: Copy, about: Waiting) => Pick<Form, 'fields' | 'first'>>
> = {
  return: (t) => ({
    fields: [{ name: 'words', label: t.returnWords, hint: t.returnHint, kind: 'words', max: 200 }],
    first: {},
  }),
  open: (t) => ({
    fields: [
      { name: 'kind', label: t.alertKind, kind: 'choice', options: optionsOf(words.alertKind) },
      { name: 'words', label: t.alertWords, hint: t.alertHint, kind: 'words', max: 500 },
    ],
    first: {},
  }),
  close: (t) => ({
    fields: [{ name: 'summary', label: t.summary, hint: t.summaryHint, kind: 'words', max: 1000 }],
    first: {},
  }),
  escalate: (t, { waiting }) => ({
    fields: [
      { name: 'unit', label: t.escalateUnit, kind: 'choice', options: waiting },
      { name: 'because', label: t.because, kind: 'choice', options: optionsOf(words.escalation) },
      { name: 'words', label: t.escalateWords, hint: t.escalateHint, kind: 'words', max: 500 },
    ],
    first: {},
  }),
};
