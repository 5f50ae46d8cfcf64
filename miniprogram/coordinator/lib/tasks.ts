import { ask } from '../../lib/api';
import type { TaskDetail } from '../../lib/domain';

type Tasks = Readonly<Record<string, TaskDetail | undefined>>;

/** The tasks of an appeal or a whistle, by id. */
export async function tasksOf(ids: readonly string[]): Promise<Tasks> {
  const details = await Promise.all(ids.map((id) => ask('task', { id })));
  const tasks: Record<string, TaskDetail> = {};
  for (const detail of details) tasks[detail.view.id] = detail;
  return tasks;
}
