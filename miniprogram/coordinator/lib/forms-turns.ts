import { copyOf } from '../../lib/copy';
import { type AppealView, transferArticle, words } from '../../lib/domain';
import type { Field, Form, Option } from '../../lib/form';

interface About {
  /** What an appeal may be merged into. */
  readonly alike?: readonly Option[];
  readonly declineProposal?: AppealView['declineProposal'];
}

type Asked = Pick<Form, 'fields' | 'first'>;

const said = (label: string, hint: string, max = 500): Field => ({
  name: 'words',
  label,
  hint,
  kind: 'words',
  max,
});

type Channel = keyof typeof words.channel;

function channels(): Option[] {
  return (Object.keys(words.channel) as Channel[]).map((value) => ({
    value,
    zh: words.channel[value].zh,
    note: transferArticle(value),
  }));
}

/** 先交网格、补充、移送、复核、并案、回避: where an appeal takes a turn of its own. */
export const turnForms: Readonly<Record<string, (about: About) => Asked>> = {
  entrust: () => {
    const t = copyOf('turnForms');
    return {
      fields: [
        {
          name: 'step',
          label: t.step,
          hint: t.stepHint,
          kind: 'choice',
          options: [
            { value: 'household', zh: t.household },
            { value: 'grid', zh: t.grid },
            { value: 'community', zh: t.community, note: t.communityNote },
          ],
        },
        { name: 'need', label: t.need, kind: 'words', max: 200, optional: true },
      ],
      first: { step: 'grid' },
    };
  },
  question: () => {
    const t = copyOf('turnForms');
    return {
      fields: [
        {
          name: 'questions',
          label: t.questions,
          hint: t.questionsHint,
          kind: 'words',
          as: 'lines',
          max: 500,
        },
        {
          name: 'vital',
          label: t.vital,
          missing: t.vitalMissing,
          kind: 'choice',
          as: 'boolean',
          options: [
            { value: 'no', zh: t.canDo, note: t.canDoNote },
            { value: 'yes', zh: t.cannotDo, note: t.cannotDoNote },
          ],
        },
      ],
      first: {},
    };
  },
  transfer: () => {
    const t = copyOf('turnForms');
    return {
      fields: [
        { name: 'channel', label: t.channel, kind: 'choice', options: channels() },
        said(t.transferWords, t.transferHint),
      ],
      first: {},
    };
  },
  confirmDecline: ({ declineProposal: proposed }) => {
    const t = copyOf('turnForms');
    return {
      fields: [
        {
          name: 'agree',
          label: t.agree,
          hint: proposed ? `${proposed.zh}：${proposed.words}` : '',
          missing: t.agreeMissing,
          kind: 'choice',
          as: 'boolean',
          options: [
            { value: 'yes', zh: t.yes, note: t.yesNote },
            { value: 'no', zh: t.no, note: t.noNote },
          ],
        },
        { ...said(t.against, t.againstHint), when: { name: 'agree', value: 'no' } },
      ],
      first: {},
    };
  },
  merge: ({ alike = [] }) => {
    const t = copyOf('turnForms');
    return {
      fields: [
        {
          name: 'into',
          label: t.into,
          hint: t.intoHint,
          missing: t.intoMissing,
          kind: 'pick',
          options: alike,
        },
      ],
      first: {},
    };
  },
  unmerge: () => {
    const t = copyOf('turnForms');
    return { fields: [said(t.unmergeWords, t.unmergeHint, 200)], first: {} };
  },
  recuse: () => {
    const t = copyOf('turnForms');
    return { fields: [said(t.recuseWords, t.recuseHint, 200)], first: {} };
  },
};
