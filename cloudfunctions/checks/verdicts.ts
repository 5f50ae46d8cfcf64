import { Refusal } from '../../domain/kernel/refusal.ts';
import type { Cloud } from '../cloud.ts';
import { commit } from '../commit.ts';
import { system } from '../history.ts';
import { awaited, settleVerdict } from '../wechat/media-checks.ts';
import type { Verdict } from '../wechat/port.ts';
import { type MediaVerdict, mediaVerdict, type PushQuery, type PushSetting } from '../wechat/push.ts';

interface Said {
  readonly text?: Verdict;
  /** Whose text it is: that of this event, else that of the appeal itself. */
  readonly event?: string;
  readonly photo?: { readonly id: string; readonly verdict: Verdict };
}

/** Puts a verdict on the appeal's record. With the same `commandId` it does one thing. */
export async function record(cloud: Cloud, id: string, said: Said, commandId: string): Promise<void> {
  const command = { type: 'check', ...said };
  await commit(cloud, { process: 'appeal', id, command, commandId, actor: system });
}

/**
 * Takes WeChat's verdict on a picture. First the appeal, then the check itself: whoever dies in between does it
 * again when WeChat pushes again. The first verdict stands; one nobody asked for does nothing.
 */
export async function settle(cloud: Cloud, { trace, verdict }: MediaVerdict): Promise<void> {
  const check = await awaited(cloud.store, trace);
  if (!check) return;
  try {
    await record(cloud, check.appeal, { photo: { id: check.file, verdict } }, `check-${trace}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  await settleVerdict(cloud.store, { trace, verdict });
}

/** A push as it arrived; what is no verdict of WeChat's does nothing. */
export async function takePush(
  cloud: Cloud,
  setting: PushSetting,
  query: PushQuery,
  body: string,
): Promise<void> {
  const verdict = mediaVerdict(setting, query, body);
  if (verdict) await settle(cloud, verdict);
}
