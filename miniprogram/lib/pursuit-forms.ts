import type { Copy } from './copy';
import {
  appealMoves,
  type FollowUpView,
  followUpMoves,
  meetingMoves,
  showInstant,
  supervisionMoves,
  topicMoves,
  type Unit,
  words,
} from './domain';
import type { Field, Form, Option } from './form';
import { optionsOf } from './options';

type FormCopy = Copy<'pursuitForms'>;

export interface About {
  readonly now: number;
  readonly units?: readonly Pick<Unit, 'id' | 'zh' | 'duty'>[];
  readonly script?: FollowUpView['script'];
  readonly phone?: string;
  /** The topic a meeting decides on, and which kind of meeting it is. */
  readonly topic?: string;
  readonly agenda?: 'weekly' | 'monthly' | 'joint';
}

interface Asked extends Pick<Form, 'fields' | 'first'> {
  /** Sent along, not asked. */
  readonly beside?: Form['beside'];
}

const day = 86_400_000;
/** Beijing is eight hours ahead all the year. */
const ahead = 8 * 3_600_000;

/** This many days from today at this hour of Beijing, epoch ms. */
export function dayAt(now: number, days: number, hour: number): number {
  return Math.floor((now + ahead) / day) * day - ahead + days * day + hour * 3_600_000;
}

const said = (name: string, label: string, max: number, hint = ''): Field => ({
  ...{ name, label, hint, kind: 'words', max },
});

function instants(
  now: number,
  days: readonly number[],
  hour: number,
  zh: (days: number) => string,
): Option[] {
  return days.map((count) => {
    const at = Math.max(now, dayAt(now, count, hour));
    return { value: String(at), zh: zh(count), note: showInstant(at, now) };
  });
}

const units = (name: string, label: string, { units = [] }: About) => ({
  name,
  label,
  kind: 'pick' as const,
  options: units.map(({ id, zh, duty }) => ({ value: id, zh, ...(duty && { note: duty }) })),
});

const followUp: Readonly<Record<string, (t: FormCopy, about: About) => Asked>> = {
  record: (t, { script, phone }) => ({
    fields: [
      ...(phone ? [{ name: 'call', label: t.call, kind: 'call' } as const] : []),
      {
        name: 'contacted',
        label: script?.contacted ?? '',
        kind: 'choice',
        as: 'boolean',
        options: [
          { value: 'yes', zh: t.yes },
          { value: 'no', zh: t.no },
        ],
      },
      { name: 'solved', label: script?.solved ?? '', kind: 'choice', options: optionsOf(words.solved) },
      {
        name: 'satisfied',
        label: script?.satisfied ?? '',
        kind: 'choice',
        options: optionsOf(words.satisfied),
      },
      { ...said('words', t.said, 500), optional: true } as Field,
    ],
    first: {},
  }),
  attempt: (t) => ({
    fields: [
      { name: 'way', label: t.way, kind: 'choice', options: optionsOf(words.contactWay) },
      { ...said('words', t.note, 200, t.noteHint), optional: true } as Field,
    ],
    first: { way: 'phone' },
  }),
};

const supervision: Readonly<Record<string, (t: FormCopy) => Asked>> = {
  answer: (t) => ({ fields: [said('words', t.answer, 1000, t.answerHint)], first: {} }),
  lift: (t) => ({ fields: [said('words', t.lift, 200)], first: {} }),
};

const appeal: Readonly<Record<string, (t: FormCopy) => Asked>> = {
  supervise: (t) => ({
    fields: [
      {
        name: 'kind',
        label: t.kind,
        kind: 'choice',
        options: (['routine', 'listed', 'interview'] as const).map((value) => ({
          value,
          zh: words.supervisionKind[value].zh,
          note: t[value],
        })),
      },
      said('words', t.opinion, 500, t.opinionHint),
    ],
    first: { kind: 'routine' },
  }),
  climb: (t) => ({
    fields: [
      {
        name: 'step',
        label: t.step,
        kind: 'choice',
        options: (['weekly', 'monthly', 'joint', 'district'] as const).map((value) => ({
          value,
          zh: words.step[value].zh,
        })),
      },
      {
        name: 'reason',
        label: t.reason,
        kind: 'choice',
        options: (['noAuthority', 'manual'] as const).map((value) => ({
          value,
          zh: words.climbReason[value].zh,
        })),
      },
      said('words', t.climbWords, 500, t.climbHint),
    ],
    first: { step: 'weekly' },
  }),
};

const topic: Readonly<Record<string, (t: FormCopy, about: About) => Asked>> = {
  raise: (t, { agenda = 'weekly' }) => ({
    fields: [said('title', t.topic, 60), { ...said('words', t.topicWords, 500), optional: true } as Field],
    first: {},
    beside: { agenda },
  }),
};

const meeting: Readonly<Record<string, (t: FormCopy, about: About) => Asked>> = {
  convene: (t, { now, agenda = 'weekly' }) => ({
    fields: [
      {
        name: 'meetAt',
        label: t.meetAt,
        kind: 'choice',
        as: 'number',
        missing: t.meetAtMissing,
        options: instants(
          now,
          [0, 1, 2, 3, 7],
          16,
          (days) => [t.today, t.tomorrow][days] ?? `${days} ${t.daysAfter}`,
        ),
      },
      { ...said('place', t.place, 120), optional: true } as Field,
    ],
    first: {},
    beside: { kind: agenda },
  }),
  resolve: (t, about) => {
    const when = { name: 'way', value: 'assign' } as const;
    return {
      fields: [
        {
          name: 'way',
          label: t.decision,
          kind: 'choice',
          options: (['assign', 'climb', 'close'] as const).map((value) => ({
            value,
            zh: words.decisionWay[value].zh,
            note: t[value],
          })),
        },
        { ...units('lead', t.lead, about), when },
        { ...units('assists', t.assists, about), as: 'list', optional: true, when },
        {
          name: 'dueAt',
          label: t.dueAt,
          kind: 'choice',
          as: 'number',
          missing: t.dueAtMissing,
          options: instants(about.now, [3, 7, 15, 30], 18, (days) => `${days} ${t.days}`),
          when,
        },
        said('words', t.resolveWords, 500, t.resolveHint),
      ],
      first: { way: 'assign' },
      beside: { topic: about.topic },
    };
  },
  conclude: (t) => ({ fields: [said('words', t.minutes, 2000)], first: {} }),
  cancel: (t) => ({ fields: [said('words', t.cancel, 200)], first: {} }),
};

const forms: Readonly<Record<string, Readonly<Record<string, (t: FormCopy, about: About) => Asked>>>> = {
  ...{ followUp, supervision, appeal, topic, meeting },
};

type Table = Readonly<Record<string, { readonly zh: string; readonly final?: true }>>;
const tables: Readonly<Record<string, Table>> = {
  appeal: appealMoves,
  followUp: followUpMoves,
  supervision: supervisionMoves,
  topic: topicMoves,
  meeting: meetingMoves,
};

/** The form of a move about following up, supervising and meetings; `undefined` where it is none of these. */
export function pursuitForm(
  to: Pick<Form, 'process' | 'id' | 'type'>,
  about: About,
  t: FormCopy,
): Form | undefined {
  const asked = forms[to.process]?.[to.type]?.(t, about);
  const move = tables[to.process]?.[to.type];
  if (!asked || !move) return undefined;
  return { ...to, title: move.zh, done: t.done, ...(move.final && { warn: t.final }), ...asked };
}
