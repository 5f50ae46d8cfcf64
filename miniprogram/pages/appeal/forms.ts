import type { Copy } from '../../lib/copy';
import { appealMoves } from '../../lib/domain';
import type { Field, Form } from '../../lib/form';

type AppealCopy = Copy<'appeal'>;

const said = (label: string, hint: string, max: number): Field => ({
  name: 'words',
  label,
  hint,
  kind: 'words',
  max,
});

const pictured = (label: string): Field => ({ name: 'photos', label, kind: 'photos', optional: true });

const fields: Readonly<Record<string, (t: AppealCopy, questions: readonly string[]) => Field[]>> = {
  supplement: (t, questions) => [
    said(t.supplementWords, questions.length > 0 ? questions.join('；') : t.supplementHint, 1000),
    pictured(t.photos),
  ],
  reopen: (t) => [said(t.reopenWords, t.reopenHint, 1000), pictured(t.photos)],
  contest: (t) => [said(t.contestWords, t.contestHint, 500)],
};

/** The form of what a resident may do; `undefined` where it is done without one. */
export function residentForm(
  id: string,
  type: string,
  questions: readonly string[],
  t: AppealCopy,
): Form | undefined {
  const asked = fields[type]?.(t, questions);
  const move = appealMoves[type as keyof typeof appealMoves];
  if (!asked || !move) return undefined;
  return { process: 'appeal', id, type, title: move.zh, done: t.sent, fields: asked, first: {} };
}
