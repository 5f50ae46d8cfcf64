import type { Actor } from '../../domain/kernel/process.ts';
import { pageOf } from '../../domain/office/leads.ts';
import type { Template } from '../../domain/office/messages.ts';
import type { Office } from '../../domain/office/office.ts';
import { notice } from '../../domain/words.ts';
import type { Cloud } from '../cloud.ts';
import { processOf, type StateDoc } from '../commit.ts';
import { type Fields, rendered } from '../wechat/fields.ts';
import type { Message } from '../wechat/port.ts';
import type { InboxDoc } from './telling.ts';

/** What a reader may see of the thing a notice is about; `undefined` when not even that it exists. */
export interface Seen {
  readonly number?: string;
  readonly brief?: { readonly number?: string };
  readonly theme?: string;
  readonly tier?: string;
}

export async function seenBy(
  cloud: Cloud,
  office: Office,
  actor: Actor,
  { process: name, id }: InboxDoc,
): Promise<Seen | undefined> {
  const doc = await cloud.store.get<StateDoc>(name, id);
  const context = { id, now: cloud.now(), actor, office };
  return doc && (processOf(name).view(doc.state, context) as Seen | undefined);
}

/** The words of the inbox, the number and the time: nothing that says who asked, for what, or where. */
export function messageOf(
  { about, process, id, at }: InboxDoc,
  template: Template,
  { id: openid, roles }: Actor,
  seen: Seen,
): Message {
  const { what, number, at: when } = template.fields;
  const fields = {
    [what]: notice[about]?.zh ?? '有新消息',
    ...(number && { [number]: seen.number ?? seen.brief?.number ?? '' }),
    ...(when && { [when]: at }),
  } as Fields;
  return { openid, template: template.id, page: pageOf({ process, id }, roles), fields: rendered(fields) };
}
