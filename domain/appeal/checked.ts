import type { Appeal, Checked, Later, Relation, Verdict } from './appeal.ts';
import { redacted, spoken, withheld } from './words.ts';

export const unchecked: Checked = { photos: {} };

type Said = Verdict | 'pending';

/** What the check says of some parts: the gravest, and `pending` while one is not known. */
function gravest(parts: readonly (Verdict | undefined)[]): Said {
  const said = (['risky', 'review'] as const).find((verdict) => parts.includes(verdict));
  return said ?? (parts.includes(undefined) ? 'pending' : 'pass');
}

export function verdictOfFirst(appeal: Appeal): Said {
  const { check } = appeal;
  return check ? gravest([check.text, ...filesOf(appeal).map((id) => check.photos[id])]) : 'pass';
}

export function verdictOfLater(check: Checked, { text, photos }: Later): Said {
  return gravest([text, ...photos.map((id) => check.photos[id])]);
}

/** Something was found, and nobody has looked yet. */
export function isFound({ shown }: { readonly shown?: boolean }, verdict: Said): boolean {
  return shown === undefined && (verdict === 'review' || verdict === 'risky');
}

/** Every part, with what the check says of it. */
function partsOf(appeal: Appeal): readonly (readonly [{ readonly shown?: boolean }, Said])[] {
  const { check = unchecked } = appeal;
  const later = Object.values(check.later ?? {});
  return [
    [check, verdictOfFirst(appeal)],
    ...later.map((piece) => [piece, verdictOfLater(check, piece)] as const),
  ];
}

export function isMarked(appeal: Appeal): boolean {
  return partsOf(appeal).some(([part, said]) => isFound(part, said));
}

/** The gravest that nobody has looked at; where there is none, what was found and looked at. */
export function markOf(appeal: Appeal): { readonly said: Said; readonly shown?: boolean } {
  const parts = partsOf(appeal);
  const worst = (some: typeof parts) =>
    (['risky', 'review', 'pending'] as const).find((each) => some.some(([, said]) => said === each)) ??
    'pass';
  const open = worst(parts.filter(([{ shown }]) => shown === undefined));
  if (open !== 'pass') return { said: open };
  const looked = parts.filter(([{ shown }]) => shown !== undefined);
  return { said: worst(looked), shown: looked.every(([{ shown }]) => shown) };
}

/** Its texts have not all been checked. */
export function isUnchecked({ check }: Appeal): boolean {
  if (check === undefined) return false;
  return !check.text || Object.values(check.later ?? {}).some(({ text }) => !text);
}

/** Who has no part in it reads only what has passed. */
export const isOutside = (relation: Relation | undefined) => relation === 'grid' || relation === undefined;

/** The words this relation reads: who has no part in the handling only what has passed, or what a person let pass. */
export function textFor(appeal: Appeal, relation: Relation): string {
  const { check, text } = appeal;
  if (relation === 'accused') return redacted;
  const open = !check || !isOutside(relation) || (check.shown ?? check.text === 'pass');
  return open ? text || (transcriptFor(appeal, relation) ?? spoken) : withheld;
}

/** What was written down of what was spoken, by the same rule. */
export function transcriptFor(appeal: Appeal, relation: Relation): string | undefined {
  const { transcript } = appeal;
  return transcript && reads(appeal, relation, transcript.event) ? transcript.words : undefined;
}

/** Photos this relation sees, by the same rule, each for itself. */
export function photosFor({ check, photos }: Appeal, relation: Relation): readonly string[] {
  if (relation === 'accused') return [];
  if (!check || !isOutside(relation)) return photos;
  return photos.filter((id) => check.shown ?? check.photos[id] === 'pass');
}

/** Whether this relation reads what an event says. 被投诉的单位一句也不读（条例第三十五条）. */
export function reads(appeal: Appeal, relation: Relation | undefined, event: string | number): boolean {
  return relation !== 'accused' && (!isOutside(relation) || isShown(appeal, event));
}

/** Whether whoever has no part in it may read what an event says. */
export function isShown({ check }: Appeal, event: string | number): boolean {
  const piece = check?.later?.[event];
  return !check || !piece || (piece.shown ?? verdictOfLater(check, piece) === 'pass');
}

/** The number of the event by which the reply that stands was let through. */
export function replyIn({ check }: Appeal): number {
  const replies = Object.entries(check?.later ?? {}).filter(([, { reply }]) => reply);
  return Math.max(0, ...replies.map(([seq]) => Number(seq)));
}

/** Photos and recordings it was submitted with. */
export function filesOf({
  photos,
  recordings = [],
}: Pick<Appeal, 'photos' | 'recordings'>): readonly string[] {
  return [...photos, ...recordings.map(({ id }) => id)];
}

/** The same, and the photos that came later for others to see. */
export function allFilesOf(appeal: Appeal): readonly string[] {
  return [...filesOf(appeal), ...Object.values(appeal.check?.later ?? {}).flatMap((piece) => piece.photos)];
}

/** What was written in an event of a task, as it is named in {@link Checked}. */
export function pieceOf(task: string, seq: number): string {
  return `${task}.${seq}`;
}
