import type { Copy } from '../../../lib/copy';
import { type DeadLetter, showInstant } from '../../../lib/domain';

export interface Row {
  readonly _id: string;
  readonly title: string;
  readonly when: string;
  readonly tried: string;
}

/** What was put aside, in words: from what to what, since when, how often tried. */
export function rowsOf(letters: readonly DeadLetter[], now: number, t: Copy<'letters'>): Row[] {
  const names: Readonly<Record<string, string>> = { appeal: t.appeal, task: t.task, whistle: t.whistle };
  const named = (process: string) => names[process] ?? t.other;
  return letters.map(({ _id, process, to, at, deadAt, attempts }) => ({
    _id,
    title: `${named(process)}${t.missed}${Array.from(new Set(to.map(named))).join('、')}`,
    when: `${showInstant(at, now)} ${t.happened}，${showInstant(deadAt, now)} ${t.aside}`,
    tried: `${t.tried} ${attempts} ${t.times}`,
  }));
}
