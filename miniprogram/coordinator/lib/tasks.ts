import { ask, Refused } from '../../lib/api';
import type { TaskDetail } from '../../lib/domain';

type Tasks = Readonly<Record<string, TaskDetail | undefined>>;

/** The tasks of an appeal or a whistle, by id; without those that are not there yet or not for the one who looks. */
export async function tasksOf(ids: readonly string[]): Promise<Tasks> {
  const details = await Promise.all(ids.map((id) => ask('task', { id }).catch(unseen)));
  const tasks: Record<string, TaskDetail> = {};
  for (const detail of details) if (detail) tasks[detail.view.id] = detail;
  return tasks;
}

function unseen(error: unknown): undefined {
  if (!(error instanceof Refused)) throw error;
}
