import type { copyOf } from '../../../lib/copy';
import { appealMoves, type TaskView, taskMoves, whistleMoves, words } from '../../../lib/domain';
import type { Field, Form } from '../../../lib/form';
import { optionsOf } from '../../../lib/options';

export type FormCopy = ReturnType<typeof copyOf<'taskForms'>>;

export interface About {
  readonly task: string;
  readonly appeal: string;
  readonly phone: string;
  readonly replyLength: number;
  readonly whistle?: string;
  readonly meet?: TaskView['meet'];
}

type Asked = Pick<Form, 'fields' | 'first'>;

const photos = (t: FormCopy): Field => ({ name: 'photos', label: t.photos, kind: 'photos', optional: true });

const outcome = (t: FormCopy): Field => ({
  name: 'outcome',
  label: t.outcome,
  kind: 'choice',
  options: optionsOf(words.solved),
});

const onSite = (field: Field): Field => ({ ...field, when: { name: 'way', value: 'onsite' } });

const said = (label: string, hint = '', max = 200): Field => ({
  name: 'words',
  label,
  kind: 'words',
  max,
  ...(hint && { hint }),
});

const forms: Readonly<Record<string, (t: FormCopy, about: About) => Asked>> = {
  reportIn: (t, { meet }) => ({
    fields: [
      {
        name: 'way',
        label: t.reportWay,
        kind: 'choice',
        options: [
          { value: 'onsite', zh: t.onsite },
          ...(meet?.online ? [{ value: 'online', zh: t.online, note: t.onlineNote }] : []),
        ],
      },
      ...(meet?.point
        ? [onSite({ name: 'point', label: t.point, kind: 'place', here: true, optional: true })]
        : []),
      ...(meet?.coded
        ? [onSite({ name: 'code', label: t.code, hint: t.codeHint, kind: 'digits', max: 6, optional: true })]
        : []),
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
  interim: (t) => ({ fields: [said(t.interimWords, '', 1000)], first: {} }),
  done: (t) => ({ fields: [{ ...said(t.doneWords), optional: true }], first: {} }),
  recuse: (t) => ({ fields: [said(t.recuseWords, t.recuseHint)], first: {} }),
  passUp: (t) => ({ fields: [said(t.passUpWords, t.passUpHint)], first: {} }),
  judge: (t) => ({
    fields: [
      {
        name: 'valid',
        label: t.valid,
        kind: 'choice',
        as: 'boolean',
        options: [
          { value: 'yes', zh: t.yes },
          { value: 'no', zh: t.no, note: t.noNote },
        ],
      },
      { ...said(t.judgeWords, '', 300), optional: true },
    ],
    first: {},
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
  const { move, ...to } = addressed(type, about);
  return { ...to, type, title: move.zh, done: t.done, ...(move.final && { warn: t.final }), ...asked };
}

/** Which process a move of this page goes to. */
function addressed(type: string, { task, appeal, whistle = '' }: About) {
  if (type === 'reply') return { process: 'appeal', id: appeal, move: appealMoves.reply } as const;
  if (type === 'judge') return { process: 'whistle', id: whistle, move: whistleMoves.judge } as const;
  return { process: 'task', id: task, move: taskMoves[type as keyof typeof taskMoves] } as const;
}
