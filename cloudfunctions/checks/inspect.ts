import type { Appeal } from '../../domain/appeal/appeal.ts';
import { saidIn } from '../../domain/appeal/chapters/checking.ts';
import { filesOf } from '../../domain/appeal/checked.ts';
import type { Cloud } from '../cloud.ts';
import type { StateDoc } from '../commit.ts';
import { type FileDoc, isSound } from '../handed-in.ts';
import type { EventDoc } from '../outbox.ts';
import { expectVerdict, forgetCheck, unanswered } from '../wechat/media-checks.ts';
import { type Media, type Verdict, WeChatFault } from '../wechat/port.ts';
import { record, settle } from './verdicts.ts';

/** WeChat looks only at what somebody wrote who was there within two hours, in ms. */
const recent = 2 * 3_600_000;
/** A verdict on a picture comes within half an hour; what is later has been lost. In ms. */
const patience = 35 * 60_000;
/** How long WeChat has to load a picture, in ms. */
const loads = 30 * 60_000;
const mostAsks = 3;
const page = 100;
/** After so many calls in a row that failed, WeChat is left alone until the next round. */
const mostFailures = 3;

/**
 * Has WeChat look at what residents and staff have written for others to read, where the office wants that. Nothing waits for it: an appeal goes
 * its way, and only others may not see it before it has passed. What WeChat cannot say is for a person to look at.
 */
export async function inspect(cloud: Cloud, end: number): Promise<number> {
  const { rules } = await cloud.office();
  if (!rules.checks || !cloud.weChat) return 0;
  const texts = await each(cloud, end, await uncheckedAppeals(cloud), inspectAppeal);
  const lost = await unanswered(cloud.store, cloud.now() - patience, page);
  return texts + (await each(cloud, end, lost, askAgain));
}

async function uncheckedAppeals(cloud: Cloud): Promise<StateDoc[]> {
  return cloud.store.find<StateDoc>({
    collection: 'appeal',
    where: { checkAt: { lte: cloud.now() } },
    orderBy: { field: 'checkAt', direction: 'asc' },
    limit: page,
  });
}

async function each<Doc extends { readonly _id: string }>(
  cloud: Cloud,
  end: number,
  docs: readonly Doc[],
  work: (cloud: Cloud, doc: Doc) => Promise<void>,
): Promise<number> {
  let [done, failures] = [0, 0];
  for (const doc of docs) {
    if (Date.now() >= end || failures >= mostFailures) break;
    try {
      await work(cloud, doc);
      done += 1;
      failures = 0;
    } catch (error) {
      cloud.log({ commandId: doc._id, error });
      failures += 1;
    }
  }
  return done;
}

async function inspectAppeal(cloud: Cloud, { _id, state }: StateDoc): Promise<void> {
  const appeal = state as unknown as Appeal;
  const { owner, text, submittedAt: at, check } = appeal;
  const files = filesOf(appeal);
  if (!check?.text) await inspectPiece(cloud, { appeal: _id, by: owner, at, text, files }, check);
  for (const [event, later] of Object.entries(check?.later ?? {})) {
    if (later.text) continue;
    const doc = await cloud.store.get<EventDoc>('event', docOf(_id, event));
    if (doc) await inspectPiece(cloud, { ...pieceIn(doc), appeal: _id, event }, check);
  }
}

/** What somebody wrote at once. `at` is epoch ms. */
interface Piece {
  readonly appeal: string;
  readonly by: string;
  readonly at: number;
  readonly text: string;
  /** Photos and recordings. */
  readonly files: readonly string[];
  readonly event?: string;
}

/** Of a task where the event is named by its task, else of the appeal itself. */
function docOf(appeal: string, event: string): string {
  return event.includes('.') ? `task.${event}` : `appeal.${appeal}.${event}`;
}

function pieceIn({ event: { by, at, fact } }: EventDoc): Omit<Piece, 'appeal' | 'event'> {
  const { text = '', photos: files } = saidIn(fact);
  return { by: by.id, at, text, files };
}

async function inspectPiece(cloud: Cloud, piece: Piece, check: Appeal['check']): Promise<void> {
  const { appeal, by, files, event } = piece;
  const text = await textVerdict(cloud, piece);
  for (const file of files)
    if (check?.photos[file] === undefined) await askFile(cloud, by, { file, appeal, asked: 0 });
  await record(cloud, appeal, { text, ...(event !== undefined && { event }) }, '');
}

async function textVerdict(cloud: Cloud, { by, text, at }: Piece): Promise<Verdict> {
  if (text === '') return 'pass';
  try {
    return (await cloud.weChat?.checkText?.({ openid: by, content: text })) ?? 'review';
  } catch (error) {
    if (!(error instanceof WeChatFault)) throw error;
    if (error.fate === 'final' || cloud.now() - at > recent) return 'review';
    throw error;
  }
}

interface Sent {
  readonly file: string;
  readonly appeal: string;
  readonly asked: number;
}

/** Asks; what cannot be asked now is asked later, and what can never be is for a person. */
async function askFile(cloud: Cloud, openid: string, sent: Sent): Promise<void> {
  const asked = { ...sent, asked: sent.asked + 1 };
  const trace = await traceOf(cloud, openid, sent.file);
  if (trace !== 'never') return expectVerdict(cloud.store, trace ?? `later-${sent.file}`, asked, cloud.now());
  await record(cloud, sent.appeal, { photo: { id: sent.file, verdict: 'review' } }, '');
}

async function traceOf(cloud: Cloud, openid: string, file: string): Promise<string | undefined | 'never'> {
  const url = (await cloud.files.links([file], loads))[file];
  const ask = cloud.weChat?.checkMedia;
  if (!ask || url === undefined) return 'never';
  try {
    return (await ask({ openid, url, kind: await kindOf(cloud, file) })).trace;
  } catch (error) {
    if (!(error instanceof WeChatFault)) throw error;
    return error.fate === 'final' ? 'never' : undefined;
  }
}

async function kindOf({ store }: Cloud, file: string): Promise<Media['kind']> {
  const doc = await store.get<FileDoc>('file', file);
  return doc && isSound(doc) ? 'sound' : 'picture';
}

async function askAgain(cloud: Cloud, check: Awaited<ReturnType<typeof unanswered>>[number]): Promise<void> {
  const { _id, file, appeal, asked } = check;
  if (asked >= mostAsks) return settle(cloud, { trace: _id, verdict: 'review' });
  const doc = await cloud.store.get<StateDoc>('appeal', appeal);
  await forgetCheck(cloud.store, _id);
  if (doc) await askFile(cloud, (doc.state as unknown as Appeal).owner, { file, appeal, asked });
}
