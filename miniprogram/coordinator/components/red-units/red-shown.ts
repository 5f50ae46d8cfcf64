import type { Copy } from '../../../lib/copy';
import { type RedUnit, type Role, showInstant, whistleMoves, words } from '../../../lib/domain';
import type { Form } from '../../../lib/form';
import { gather } from '../../../lib/gather';
import { mayRaise } from '../../pages/agenda/agenda-shown';
import { waitingIn } from '../../pages/lights/scoring';

/** A unit that turned red again and again, and what the rules allow next. */
export interface RedShown {
  readonly unit: string;
  readonly zh: string;
  readonly sentence: string;
  readonly whistles: readonly RedWhistle[];
  /** It may be put before the weekly meeting. */
  readonly raise: string;
}

/** To tell the district of this unit and no other. */
export function toldOf(form: Form, unit: string, zh: string): Form {
  return {
    ...form,
    title: `${form.title} · ${zh}`,
    fields: form.fields.filter(({ name }) => name !== 'unit'),
    first: { because: 'red' },
    beside: { unit },
  };
}

interface RedWhistle {
  readonly id: string;
  readonly subject: string;
  readonly when: string;
  /** The district may be told of it: the unit has not come even now. */
  readonly escalate: string;
}

export function redShown(
  { view, whistles }: RedUnit,
  roles: readonly Role[],
  now: number,
  t: Copy<'reds'>,
): RedShown {
  const { id: unit, zh, sentence, reds } = view;
  return {
    unit,
    zh,
    sentence,
    whistles: gather(whistles, ({ view: whistle, moves }) => {
      const red = reds.find((each) => each.whistle === whistle.id);
      if (!red) return [];
      const away = moves.includes('escalate') && waitingIn(whistle).some(({ value }) => value === unit);
      const status = words.whistleStatus[whistle.status].zh;
      const when = `${showInstant(red.at, now)} ${t.red} · ${status}`;
      const { id, subject } = whistle;
      return [{ id, subject, when, escalate: away ? whistleMoves.escalate.zh : '' }];
    }),
    raise: mayRaise(roles) ? t.raise : '',
  };
}
