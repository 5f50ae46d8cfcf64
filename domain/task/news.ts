import type { Status, TaskRole } from './task.ts';

/** News of a task for those it hangs on. `asOf` is the task's event it stands on. */
export interface Note {
  readonly task: string;
  readonly status: Status;
  readonly asOf: number;
  /** It has given an interim report. */
  readonly interim?: true | undefined;
  /** Who of the unit stays out of it. */
  readonly recused?: readonly string[] | undefined;
  /** 先行联系. */
  readonly contacted?: Contacted | undefined;
  /** The photos of what was told to the resident in this event. */
  readonly shared?: readonly string[] | undefined;
}

/** Whether the resident was contacted in time; late is also who handed in without. */
export type Contacted = 'onTime' | 'late';

/** The list with the news in it, unless newer news was there before. */
export function withNews<Ref extends Note>(
  refs: readonly Ref[],
  { task, status, asOf, interim, recused, contacted }: Note,
): Ref[] {
  const said = { ...(interim && { interim }), ...(recused && { recused }), ...(contacted && { contacted }) };
  const news = { status, asOf, ...said };
  return refs.map((ref) => (ref.task === task && ref.asOf < asOf ? { ...ref, ...news } : ref));
}

/** Whom the work waits for: not those who are only told of it, nor partners, nor who was called off. */
export function isCounted({ role, status }: { readonly role: TaskRole; readonly status: Status }): boolean {
  return (role === 'lead' || role === 'assist') && status !== 'released';
}
