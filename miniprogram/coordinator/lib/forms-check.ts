import { copyOf } from '../../lib/copy';
import type { Form } from '../../lib/form';

/** 核对内容: what the content check has found, a person decides on. */
export const checkForms: Readonly<Record<string, () => Pick<Form, 'fields' | 'first'>>> = {
  vet: () => {
    const t = copyOf('vetting');
    return {
      fields: [
        {
          name: 'show',
          label: t.show,
          kind: 'choice',
          as: 'boolean',
          options: [
            { value: 'yes', zh: t.yes, note: t.yesNote },
            { value: 'no', zh: t.no, note: t.noNote },
          ],
        },
      ],
      first: {},
    };
  },
};
