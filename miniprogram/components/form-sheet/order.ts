import { Refused, send } from '../../lib/api';
import type { AppealCommand, TaskView } from '../../lib/domain';
import { commandOf, type Draft, type Form, photosOf } from '../../lib/form';
import { Unreadable, upload } from '../../lib/upload';

/**
 * Photos first, each once; then the order. `note` is told of every step, so that a second try goes on where the
 * first one stopped.
 */
export async function order(form: Form, draft: Draft, note: (draft: Draft) => void): Promise<void> {
  let at = draft;
  const step = (part: Partial<Draft>) => {
    at = { ...at, ...part };
    note(at);
  };
  const paths = photosOf(form, draft.values);
  for (const path of paths)
    if (!at.uploaded[path]) step({ uploaded: { ...at.uploaded, [path]: await handIn(path) } });
  step({ tried: true });
  const photos = paths.map((path) => at.uploaded[path] ?? '');
  const command = commandOf(form, at.values, photos) as unknown as AppealCommand;
  const { view } = await send({ process: form.process, id: form.id, commandId: at.commandId, command });
  if (form.process === 'task' && form.type === 'reportIn') mustArrive(view as TaskView | undefined);
}

/** A wrong code is on the record, but nobody has come: the form stays open and says so where the code stands. */
function mustArrive(task: TaskView | undefined): void {
  const left = task?.meet?.codesLeft;
  if (left === undefined || (task?.status !== 'acknowledged' && task?.status !== 'onTheWay')) return;
  const next = left > 0 ? `还可以报 ${left} 次` : '不再收，请现场的街道干部确认到场';
  throw new Refused({ ok: false, now: 0, kind: 'input', field: 'code', message: `报到码不对，${next}` });
}

async function handIn(path: string): Promise<string> {
  try {
    return await upload(path);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const message = '有照片已不在本机，请删除后重新选择';
    throw new Refused({ ok: false, now: 0, kind: 'input', field: 'photos', message });
  }
}
