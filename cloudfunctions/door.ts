import * as v from 'valibot';
import type { Recording } from '../domain/appeal/recording.ts';
import type { Answer } from '../domain/contract.ts';
import { id } from '../domain/kernel/input.ts';
import { movesOf } from '../domain/kernel/moves.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import { BadInput, mustBePlain, parse } from './bad-input.ts';
import type { Cloud } from './cloud.ts';
import { commit, processOf } from './commit.ts';
import { deliver } from './deliver.ts';
import { tryAgain } from './letters.ts';
import { forgetMe, provePhone } from './mine.ts';
import { actorOf } from './people.ts';
import { keepPhoto, mustOwnPhotos } from './photos.ts';
import type { Asking } from './queries/asking.ts';
import { answer, isQuery } from './queries/index.ts';
import { keepRecording, mustOwnRecordings } from './recordings.ts';

const asking = v.strictObject({ query: v.string(), input: v.optional(v.looseObject({}), {}) });
const ordering = v.strictObject({
  process: v.string(),
  id: v.pipe(id('编号', 160), v.minLength(8, '编号不正确')),
  commandId: v.pipe(id('操作编号'), v.minLength(8, '操作编号不正确')),
  command: v.looseObject({ type: v.string() }),
});

/** A photo comes by itself, before the command that names it. */
const handing = v.strictObject({
  photo: v.pipe(v.string('照片不正确'), v.check(isBase64, '照片不正确')),
});

/** So does a recording. */
const speaking = v.strictObject({
  recording: v.pipe(v.string('录音不正确'), v.check(isBase64, '录音不正确')),
});

/** WeChat's code for the phone of whoever calls. */
const proving = v.strictObject({
  phoneCode: v.pipe(v.string('没有取到手机号'), v.regex(/^[\w-]{8,200}$/, '没有取到手机号')),
});

/** Everything the office keeps of whoever calls is to go. */
const forgetting = v.strictObject({ forget: v.literal('me', '内容不完整或格式不对，请检查后重试') });

/** What was put aside is to be tried once more. */
const retrying = v.strictObject({
  retry: v.pipe(v.string('编号不正确'), v.regex(/^[A-Za-z0-9.-]{1,200}$/, '编号不正确')),
});

/** Looks for one wrong letter, so that a file of any size is read without going back. */
function isBase64(text: string): boolean {
  return text !== '' && !/[^A-Za-z0-9+/=]/.test(text);
}

/** The one door: whatever anybody wants of the office comes in here and leaves as an {@link Answer}. */
export async function handle(cloud: Cloud, caller: string, request: unknown): Promise<Answer> {
  try {
    const value = await fulfil(cloud, caller, request);
    return { ok: true, now: cloud.now(), value, links: await cloud.files.links(filesIn(value)) };
  } catch (error) {
    return refusal(cloud, error, request);
  }
}

async function fulfil(cloud: Cloud, caller: string, request: unknown): Promise<unknown> {
  const has = (key: string) => typeof request === 'object' && request !== null && key in request;
  if (has('photo')) {
    const { photo } = parse(handing, request);
    return keepPhoto(cloud, await actorOf(cloud, caller), photo);
  }
  if (has('recording')) {
    const { recording } = parse(speaking, request);
    return keepRecording(cloud, await actorOf(cloud, caller), recording);
  }
  mustBePlain(request);
  if (has('retry')) return tryAgain(await askingOf(cloud, caller), parse(retrying, request).retry);
  if (has('phoneCode')) {
    const { phoneCode } = parse(proving, request);
    return provePhone(cloud, await actorOf(cloud, caller), phoneCode);
  }
  if (has('forget')) {
    parse(forgetting, request);
    return forgetMe(cloud, await actorOf(cloud, caller));
  }
  if (has('query')) return ask(cloud, caller, parse(asking, request));
  return order(cloud, caller, parse(ordering, request));
}

interface Asked {
  readonly query: string;
  readonly input: unknown;
}

async function ask(cloud: Cloud, caller: string, { query, input }: Asked): Promise<unknown> {
  if (!isQuery(query)) throw new BadInput('query', '没有这个查询');
  return answer(await askingOf(cloud, caller), query, input);
}

async function askingOf(cloud: Cloud, caller: string): Promise<Asking> {
  return { cloud, actor: await actorOf(cloud, caller), office: await cloud.office() };
}

interface Ordered {
  readonly process: string;
  readonly id: string;
  readonly commandId: string;
  readonly command: unknown;
}

async function order(cloud: Cloud, caller: string, { process: name, id, commandId, command: raw }: Ordered) {
  const process = processOf(name);
  const command = parse(process.input, raw);
  const actor = await actorOf(cloud, caller);
  const { photos, recordings } = namedIn(command);
  await mustOwnPhotos(cloud, actor, photos);
  await mustOwnRecordings(cloud, actor, recordings);
  const { state, pending } = await commit(cloud, { process: name, id, command, commandId, actor });
  await deliver(cloud, pending);
  const context = { id, now: cloud.now(), actor, office: await cloud.office() };
  return { view: process.view(state, context), moves: movesOf(process.moves, state, context) };
}

/** The id of every file in an answer. */
function filesIn(value: unknown): string[] {
  const { photos, recordings } = namedIn(value);
  return [...photos, ...recordings.map(({ id }) => id)];
}

interface Named {
  readonly photos: string[];
  readonly recordings: Recording[];
}

/** Files stand in lists called `photos` and `recordings`, and nowhere else: all of them, in one walk. */
function namedIn(value: unknown, named: Named = { photos: [], recordings: [] }): Named {
  if (typeof value !== 'object' || value === null) return named;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'photos' && Array.isArray(inner)) named.photos.push(...inner);
    else if (name === 'recordings' && Array.isArray(inner)) named.recordings.push(...inner);
    else namedIn(inner, named);
  }
  return named;
}

function refusal(cloud: Cloud, error: unknown, request: unknown): Answer {
  const now = cloud.now();
  if (error instanceof Refusal) {
    const { code, message, basis } = error;
    return { ok: false, now, kind: 'refusal', code, message, ...(basis !== undefined && { basis }) };
  }
  if (error instanceof BadInput)
    return { ok: false, now, kind: 'input', field: error.field, message: error.message };
  const { commandId = '' } = request as { commandId?: string };
  cloud.log({ commandId, error });
  return { ok: false, now, kind: 'fault', commandId, message: '系统开小差了，您填的内容还在，请稍后再试' };
}
