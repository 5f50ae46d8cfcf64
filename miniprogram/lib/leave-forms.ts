import type { Copy } from './copy';
import {
  type AskKind,
  appealMoves,
  objectionMoves,
  requestMoves,
  showTerm,
  taskMoves,
  type Unit,
  words,
} from './domain';
import type { Field, Form, Option } from './form';
import type { Asking } from './leave';
import { optionsOf } from './options';

type FormCopy = Copy<'leaveForms'>;

export interface LeaveAbout extends Asking {
  readonly units: readonly Unit[];
}

type Asked = Pick<Form, 'fields' | 'first'>;

const said = (label: string, hint: string, max = 500): Field => ({
  name: 'words',
  label,
  hint,
  kind: 'words',
  max,
});

const only = (kind: AskKind, fields: readonly Field[]): Field[] =>
  fields.map((field) => ({ ...field, when: { name: 'kind', value: kind } }));

const tables = { appeal: appealMoves, task: taskMoves, request: requestMoves, objection: objectionMoves };

const forms: Readonly<Record<string, (t: FormCopy, about: LeaveAbout) => Asked>> = {
  ask: (t, about) => ({
    fields: [
      { name: 'kind', label: t.kind, missing: t.choose, kind: 'choice', options: kindsOf(about.askable, t) },
      ...only('hold', [
        { name: 'reason', label: t.reason, kind: 'choice', options: optionsOf(words.holdReason) },
        said(t.plan, t.planHint),
        { name: 'days', label: t.review, kind: 'choice', as: 'number', options: daysOf(t) },
      ]),
      ...only('extend', [
        { name: 'amount', label: t.amount, kind: 'choice', as: 'number', options: amounts(about.limit) },
        said(t.why, t.told),
      ]),
      ...only('terminate', [
        { name: 'basis', label: t.basis, hint: t.basisHint, kind: 'words', max: 200 },
        said(t.words, t.told),
      ]),
      ...only('exclude', [
        { name: 'measures', label: t.measures, kind: 'choice', as: 'list', options: measures() },
        said(t.excludeWhy, t.inner),
      ]),
      ...only('unmask', [said(t.purpose, t.told)]),
    ],
    first: about.askable.length === 1 ? { kind: about.askable[0] } : {},
  }),
  resume: (t) => ({ fields: [said(t.resumeWords, t.told)], first: {} }),
  object: (t, { units }) => ({
    fields: [
      { name: 'duty', label: t.duty, hint: t.dutyHint, kind: 'words', max: 500 },
      {
        name: 'owner',
        label: t.owner,
        kind: 'pick',
        options: units.map(({ id, zh, duty = '' }) => ({ value: id, zh, note: duty })),
      },
    ],
    first: {},
  }),
  endorse: (t) => ({ fields: [said(t.endorseWords, t.endorseHint)], first: {} }),
  grant: (t) => ({ fields: [{ ...said(t.grantWords, t.unitSees), optional: true }], first: {} }),
  refuse: (t) => ({ fields: [said(t.refuseWords, t.unitSees)], first: {} }),
  takeBack: (t) => ({ fields: [{ ...said(t.takeBackWords, '', 200), optional: true }], first: {} }),
  uphold: (t) => ({ fields: [said(t.upholdWords, t.upholdHint)], first: {} }),
  overrule: (t) => ({ fields: [said(t.overruleWords, t.overruleHint)], first: {} }),
};

/** The form of a move about leave; `undefined` where it is none. What is final is asked again. */
export function leaveForm(
  to: Pick<Form, 'process' | 'id' | 'type'>,
  about: LeaveAbout,
  t: FormCopy,
): Form | undefined {
  const asked = forms[to.type]?.(t, about);
  const all: Readonly<
    Record<string, Readonly<Record<string, { readonly zh: string; readonly final?: true }>>>
  > = tables;
  const move = all[to.process]?.[to.type];
  if (!asked || !move) return undefined;
  return { ...to, title: move.zh, done: t.done, ...(move.final && { warn: t.final }), ...asked };
}

function kindsOf(askable: readonly AskKind[], t: FormCopy): Option[] {
  return askable.map((value) => ({ value, zh: words.requestKind[value].zh, note: t[value] }));
}

function daysOf(t: FormCopy): Option[] {
  return [7, 15, 30].map((days) => ({ value: String(days), zh: `${days} ${t.daysAfter}` }));
}

/** A quarter, half, the whole of the limit; never more. */
function amounts(limit: Asking['limit']): Option[] {
  if (!limit) return [];
  const { amount, unit } = limit;
  const parts = [...new Set([amount / 4, amount / 2, amount].map(Math.ceil))];
  return parts.map((part) => ({ value: String(part), zh: showTerm({ amount: part, unit }) }));
}

function measures(): Option[] {
  const { satisfaction, resolution, response } = words.measure;
  return [
    { value: 'satisfaction', zh: satisfaction.zh },
    { value: 'resolution,satisfaction', zh: `${resolution.zh}、${satisfaction.zh}` },
    { value: 'response,resolution,satisfaction', zh: `${response.zh}、${resolution.zh}、${satisfaction.zh}` },
  ];
}
