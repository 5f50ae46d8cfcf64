import { copyOf } from '../../../lib/copy';
import type { CatalogueCommand, CatalogueShown, PublicMatter } from '../../../lib/domain';
import type { Form } from '../../../lib/form';

type Matter = CatalogueShown['rows'][number];

const t = copyOf('matterMoves');
const to = { process: 'catalogue', id: 'catalogue' } as const;
const why = (label: string, hint = ''): Form['fields'][number] => ({
  ...{ name: 'words', label, hint, kind: 'words', max: 200, least: 2 },
});
/** How sure the router has to be, in percent. */
const confidences = [95, 90, 80, 70];

/** The last days people mean: today, the end of the month, of the year. `today` is a Beijing day. */
function lastDays(today: string): readonly { readonly value: string; readonly zh: string }[] {
  const [year = '', month = ''] = today.split('-');
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const days = [
    { value: today, zh: t.today },
    { value: `${year}-${month}-${last}`, zh: t.monthEnd },
    { value: `${year}-12-31`, zh: t.yearEnd },
  ];
  return days.filter(({ value }, place) => days.findIndex((day) => day.value === value) === place);
}

export function retireForm(row: Matter, today: string, matters: readonly PublicMatter[]): Form {
  const { id: matter, areas } = row;
  const others = matters
    .filter(({ id }) => id !== matter)
    .map(({ id, zh, group }) => ({ value: id, zh, note: group }));
  const successor: Form['fields'][number] = {
    ...{ name: 'successor', label: t.successor, hint: t.successorHint },
    ...{ kind: 'pick', options: others, optional: true },
  };
  const options = lastDays(today).map((day) => ({ ...day, note: day.value }));
  return {
    ...{ ...to, type: 'retire', title: t.retire, done: t.retired, warn: t.retireWarn },
    fields: [
      { name: 'until', label: t.until, kind: 'choice', options },
      ...(areas ? [] : [successor]),
      why(t.retireWhy),
    ],
    first: { until: today },
    beside: { matter, ...(areas && { areas }) },
  };
}

/** To give its appeals out without a person, or to stop that. */
export function automateForm({ id: matter }: Matter, on: boolean): Form {
  const type: CatalogueCommand['type'] = 'automate';
  if (on)
    return {
      ...{ ...to, type, title: t.stop, done: t.stopped },
      fields: [why(t.stopWhy)],
      first: {},
      beside: { matter, least: 'off' },
    };
  const options = confidences.map((percent) => ({ value: String(percent / 100), zh: `${percent}%` }));
  return {
    ...{ ...to, type, title: t.automate, done: t.automated, warn: t.automateWarn },
    fields: [
      { name: 'least', label: t.least, hint: t.leastHint, kind: 'choice', as: 'number', options },
      why(t.automateWhy),
    ],
    first: { least: '0.9' },
    beside: { matter },
  };
}

/** Whether a matter may ever go out without a person; the office judges again. */
export function mayGoAlone({ kind, whistle, areas }: Matter): boolean {
  return kind !== 'complain' && kind !== 'report' && whistle === undefined && areas === undefined;
}
