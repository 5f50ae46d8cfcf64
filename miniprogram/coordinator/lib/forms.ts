import { copyOf } from '../../lib/copy';
import {
  type AppealView,
  alertMoves,
  appealMoves,
  articles,
  type DeclineBranch,
  type Explained,
  type PublicMatter,
  type PublicOffice,
  taskMoves,
  type Unit,
  whistleMoves,
  words,
} from '../../lib/domain';
import type { Field, Form, Option } from '../../lib/form';
import { optionsOf } from '../../lib/options';
import { checkForms } from './forms-check';
import { turnForms } from './forms-turns';
import { acceptOf } from './proposal';
import { whistleForms } from './whistle-forms';

export type FormCopy = ReturnType<typeof copyOf<'deskForms'>>;

export interface About {
  readonly matters: readonly PublicMatter[];
  readonly units?: readonly Unit[];
  readonly grids?: PublicOffice['grids'];
  /** The grid it is in, where that is known. */
  readonly grid?: string | undefined;
  readonly proposal?: Explained | undefined;
  readonly waiting?: readonly Option[];
  readonly alike?: readonly Option[];
  readonly declineProposal?: AppealView['declineProposal'];
  /** What has been written down already. */
  readonly transcript?: string | undefined;
}

type Asked = Pick<Form, 'fields' | 'first' | 'beside' | 'listen'>;

const said = (label: string, hint: string): Field => ({
  name: 'words',
  label,
  hint,
  kind: 'words',
  max: 500,
});

/** 定类型、事项、被投诉的单位、时限，还不知道在哪个网格的，定网格. */
const sorting = (t: FormCopy, { matters, units = [], grids = [], grid }: About): Field[] => [
  {
    name: 'matter',
    label: t.matter,
    kind: 'pick',
    options: matters.map(({ id, zh, group }) => ({ value: id, zh, note: group })),
  },
  { name: 'kind', label: t.kind, kind: 'choice', options: optionsOf(words.kind) },
  {
    name: 'accused',
    label: t.accused,
    hint: t.accusedHint,
    kind: 'pick',
    options: [{ value: '', zh: t.nobody }, ...units.map(({ id, zh }) => ({ value: id, zh }))],
    optional: true,
    when: { name: 'kind', value: 'complain' },
  },
  { name: 'tier', label: t.tier, kind: 'choice', options: optionsOf(words.tier) },
  ...(grids.length > 0 && !grid ? [gridField(t, grids)] : []),
];

function gridField(t: FormCopy, grids: PublicOffice['grids']): Field {
  const options = [{ value: '', zh: t.noGrid }, ...grids.map(({ id, zh }) => ({ value: id, zh }))];
  return { name: 'grid', label: t.grid, hint: t.gridHint, kind: 'pick', options, optional: true };
}

const forms: Readonly<Record<string, (t: FormCopy, about: About) => Asked>> = {
  accept: (t, about) => ({ fields: sorting(t, about), ...firstOf(about.proposal) }),
  reclassify: (t, about) => {
    const { fields, first } = { fields: sorting(t, about), ...firstOf(about.proposal) };
    return { fields: [...fields, said(t.reclassifyWords, t.reclassifyHint)], first };
  },
  regrid: (t, { grids = [], grid }) => ({
    fields: [
      {
        name: 'grid',
        label: t.rightGrid,
        hint: t.regridHint,
        kind: 'pick',
        options: grids.filter(({ id }) => id !== grid).map(({ id, zh }) => ({ value: id, zh })),
      },
      { ...said(t.regridWords, t.regridWordsHint), max: 200 } as Field,
    ],
    first: {},
  }),
  decline: (t) => ({
    fields: [
      {
        name: 'branch',
        label: t.branch,
        kind: 'choice',
        options: (Object.keys(articles) as DeclineBranch[]).map((value) => ({
          value,
          zh: words.endReason[value].zh,
          note: articles[value],
        })),
      },
      said(t.declineWords, t.declineHint),
    ],
    first: {},
  }),
  review: (t) => ({
    fields: [
      {
        name: 'pass',
        label: t.review,
        kind: 'choice',
        as: 'boolean',
        options: [
          { value: 'yes', zh: t.pass, note: t.passNote },
          { value: 'no', zh: t.back, note: t.backNote },
        ],
      },
      { ...said(t.backWords, t.backHint), when: { name: 'pass', value: 'no' } } as Field,
    ],
    first: {},
  }),
  transcribe: (t, { transcript = '' }) => ({
    fields: [{ ...said(t.transcribeWords, t.transcribeHint), max: 2000 } as Field],
    first: { words: transcript },
    listen: true,
  }),
  consult: (t) => ({ fields: [said(t.consultWords, t.consultHint)], first: {} }),
  redo: (t) => ({ fields: [said(t.redoWords, t.redoHint)], first: {} }),
  close: (t) => ({
    fields: [
      {
        name: 'reason',
        label: t.reason,
        kind: 'choice',
        options: (['explained', 'unreachable', 'answered'] as const).map((value) => ({
          value,
          zh: words.endReason[value].zh,
        })),
      },
      said(t.closeWords, t.closeHint),
    ],
    first: {},
  }),
  ...checkForms,
  vouch: (t) => ({ fields: [{ ...said(t.vouchWords, t.vouchHint), max: 200 } as Field], first: {} }),
  release: (t) => ({ fields: [{ ...said(t.releaseWords, t.releaseHint), max: 200 } as Field], first: {} }),
  cancel: (t) => ({ fields: [{ ...said(t.cancelWords, t.cancelHint), max: 200 } as Field], first: {} }),
};

/** Filled in as proposed; what was proposed is sent along, whatever is chosen. */
function firstOf(proposal: Explained | undefined): Pick<Form, 'first' | 'beside'> {
  if (!proposal?.matter) return { first: { kind: 'help', tier: 'T3' } };
  const { type: _, proposed, ...first } = acceptOf(proposal);
  return { first, beside: { proposed } };
}

/** Other processes have moves of the same name. */
function turned({ process, type }: Pick<Form, 'process' | 'type'>, about: About): Asked | undefined {
  return process === 'appeal' ? turnForms[type]?.(about) : undefined;
}

const tables: Readonly<
  Record<string, Readonly<Record<string, { readonly zh: string; readonly final?: true }>>>
> = { appeal: appealMoves, task: taskMoves, whistle: whistleMoves, alert: alertMoves };

/** The form of a move; `undefined` where the move has a page of its own. What is final is asked again. */
export function formOf(
  to: Pick<Form, 'process' | 'id' | 'type'>,
  about: About,
  t: FormCopy,
): Form | undefined {
  const isWhistles = to.process === 'whistle' || to.process === 'alert';
  const asked =
    isWhistles && to.type in whistleForms
      ? whistleForms[to.type]?.(copyOf('whistleForms'), { waiting: about.waiting ?? [] })
      : (forms[to.type]?.(t, about) ?? turned(to, about));
  const move = tables[to.process]?.[to.type];
  if (!asked || !move) return undefined;
  return { ...to, title: move.zh, done: t.done, ...(move.final && { warn: t.final }), ...asked };
}
