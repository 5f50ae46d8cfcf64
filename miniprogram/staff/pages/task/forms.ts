import type { copyOf } from '../../../lib/copy';
import { appealMoves, taskMoves, words } from '../../../lib/domain';
import type { Field, Form } from '../../../lib/form';
import { optionsOf } from '../../../lib/options';

export type FormCopy = ReturnType<typeof copyOf<'taskForms'>>;

export interface About {
  readonly task: string;
  readonly appeal: string;
  readonly phone: string;
  readonly replyLength: number;
}

type Asked = Pick<Form, 'fields' | 'first'>;

const photos = (t: FormCopy): Field => ({ name: 'photos', label: t.photos, kind: 'photos', optional: true });

const outcome = (t: FormCopy): Field => ({
  name: 'outcome',
  label: t.outcome,
  kind: 'choice',
  options: optionsOf(words.solved),
});

const forms: Readonly<Record<string, (t: FormCopy, about: About) => Asked>> = {
  reportIn: (t) => ({
    fields: [
      {
        name: 'way',
        label: t.reportWay,
        kind: 'choice',
        options: [
          { value: 'onsite', zh: t.onsite },
          { value: 'online', zh: t.online, note: t.onlineNote },
        ],
      },
      {
        name: 'point',
        label: t.point,
        kind: 'place',
        optional: true,
        when: { name: 'way', value: 'onsite' },
      },
      { name: 'words', label: t.reportWords, kind: 'words', max: 200, optional: true },
    ],
    first: { way: 'onsite' },
  }),
  contact: (t, { phone }) => ({
    fields: [
      ...(phone ? [{ name: 'call', label: t.callFirst, kind: 'call' } as const] : []),
      { name: 'way', label: t.way, kind: 'choice', options: optionsOf(words.contactWay) },
      { name: 'words', label: t.contactWords, hint: t.contactHint, kind: 'words', max: 500 },
    ],
    first: phone ? { way: 'phone' } : {},
  }),
  work: (t) => ({
    fields: [
      { name: 'words', label: t.workWords, kind: 'words', max: 1000 },
      photos(t),
      { name: 'shared', label: t.shared, hint: t.sharedNote, kind: 'switch' },
    ],
    first: { shared: false },
  }),
  submit: (t) => ({
    fields: [
      outcome(t),
      { name: 'words', label: t.submitWords, hint: t.submitHint, kind: 'words', max: 2000 },
      photos(t),
    ],
    first: {},
  }),
  reply: (t, { replyLength }) => ({
    fields: [
      {
        name: 'text',
        label: t.replyText,
        hint: t.replyHint,
        kind: 'words',
        max: 2000,
        least: replyLength,
        templates: [t.templateDone, t.templatePartly, t.templateExplain],
      },
      outcome(t),
      photos(t),
    ],
    first: {},
  }),
};

/** The form of a move; `undefined` where the move asks nothing. */
export function formOf(type: string, about: About, t: FormCopy): Form | undefined {
  const asked = forms[type]?.(t, about);
  if (!asked) return undefined;
  const title = type === 'reply' ? appealMoves.reply.zh : taskMoves[type as keyof typeof taskMoves].zh;
  const to =
    type === 'reply'
      ? ({ process: 'appeal', id: about.appeal } as const)
      : ({ process: 'task', id: about.task } as const);
  return { ...to, type, title, done: t.done, ...asked };
}
