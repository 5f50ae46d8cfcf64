import * as v from 'valibot';
import type { Answer } from '../domain/contract.ts';
import { id } from '../domain/kernel/input.ts';
import { movesOf } from '../domain/kernel/moves.ts';
import type { Actor } from '../domain/kernel/process.ts';
import { Refusal } from '../domain/kernel/refusal.ts';
import { BadInput, mustBePlain, parse } from './bad-input.ts';
import type { Cloud } from './cloud.ts';
import { commit, processOf } from './commit.ts';
import { deliver } from './deliver.ts';
import { actorOf } from './people.ts';
import { answer, isQuery } from './queries/index.ts';
import type { Doc } from './store.ts';

const asking = v.strictObject({ query: v.string(), input: v.optional(v.looseObject({}), {}) });
const ordering = v.strictObject({
  process: v.string(),
  id: v.pipe(id('编号', 160), v.minLength(8, '编号不正确')),
  commandId: v.pipe(id('操作编号'), v.minLength(8, '操作编号不正确')),
  command: v.looseObject({ type: v.string() }),
});

/** The one door: whatever anybody wants of the office comes in here and leaves as an {@link Answer}. */
export async function handle(cloud: Cloud, caller: string, request: unknown): Promise<Answer> {
  try {
    mustBePlain(request);
    const asks = typeof request === 'object' && request !== null && 'query' in request;
    const value = asks
      ? await ask(cloud, caller, parse(asking, request))
      : await order(cloud, caller, parse(ordering, request));
    return { ok: true, now: cloud.now(), value, links: await cloud.links(filesIn(value)) };
  } catch (error) {
    return refusal(cloud, error, request);
  }
}

interface Asked {
  readonly query: string;
  readonly input: unknown;
}

async function ask(cloud: Cloud, caller: string, { query, input }: Asked): Promise<unknown> {
  if (!isQuery(query)) throw new BadInput('query', '没有这个查询');
  const actor = await actorOf(cloud, caller);
  return answer({ cloud, actor, office: await cloud.office() }, query, input);
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
  await mustOwnFiles(cloud, actor, command);
  const { state, pending } = await commit(cloud, { process: name, id, command, commandId, actor });
  await deliver(cloud, pending);
  const context = { id, now: cloud.now(), actor, office: await cloud.office() };
  return { view: process.view(state, context), moves: movesOf(process.moves, state, actor) };
}

/** A photo can only be handed in by the one who uploaded it. */
async function mustOwnFiles(cloud: Cloud, actor: Actor, command: object): Promise<void> {
  for (const file of filesIn(command)) {
    const doc = await cloud.store.get<Doc & { owner: string }>('file', file);
    if (doc?.owner !== actor.id) throw new BadInput('photos', '照片没有上传成功，请重新选择');
  }
}

/** Every file id in an answer: they stand in lists called `photos`, and nowhere else. */
function filesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'photos' && Array.isArray(inner) ? (inner as string[]) : filesIn(inner),
  );
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
