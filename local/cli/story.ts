import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { collections } from '../../cloudfunctions/collections.ts';
import { officeId } from '../../cloudfunctions/office-store.ts';
import { furnish, officeOf } from '../host/office-store.ts';
import { replay } from '../journey/replay.ts';
import { type Ended, tell } from '../journey/tale.ts';
import { demoOffice } from '../office/office.ts';
import { demoPeople } from '../office/people.ts';
import { type Engine, engineNames, openEngine } from '../store/engines.ts';

const help = `npm run story -- FILE.jsonl [--take N] [--store sqlite|postgres|postgres://…|cloudbase-double]

把真实留言一条条走完全程：提交、受理、隔一件派单隔一件吹哨（三个部门，一个报到超时）、办理、答复、
审核、评价（五件里一件说没有解决，重办）、结案。每件一行，最后一行是 JSON 汇总。
--store 选存储：sqlite（默认，临时文件）、postgres（自己启动一个临时服务）、postgres://地址（空库）、
cloudbase-double（真正的云开发 SDK，对着本机的协议替身；汇总里多一项 calls：平均每件的调用次数）。
FILE.jsonl 每行 {"subject": "...", "detail": "...", "asked"?: "2019/4/25 9:32:09"}`;

const message = v.object({ subject: v.string(), detail: v.string(), asked: v.optional(v.string()) });

export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      take: { type: 'string', default: 'Infinity' },
      store: { type: 'string', default: 'sqlite' },
      help: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (values.help || file === undefined) return said(help, values.help ? 0 : 1);
  if (!existsSync(file)) return said(`没有找到文件 ${file}。`, 1);
  const take = Number(values.take);
  if (!(take > 0)) return said(`--take 应是正整数，不是 ${values.take}。`, 1);
  const engine = await openEngine(values.store, collections);
  if (!engine)
    return said(`--store 应是 ${engineNames.join('、')} 或 postgres:// 地址，不是 ${values.store}。`, 1);
  try {
    if (await engine.store.get('office', officeId)) return said('这个库里已有数据，请换一个空库。', 1);
    return await run(engine, file, take);
  } finally {
    await engine.close();
  }
}

async function run({ store, calls }: Engine, file: string, take: number): Promise<number> {
  await furnish(store, demoOffice, demoPeople);
  const started = performance.now();
  const ends: Ended[] = [];
  const office = officeOf(store);
  for await (const { subject, detail, asked } of messagesIn(file)) {
    if (ends.length >= take) break;
    const ended = await tell({ store, office, place: ends.length, text: `${subject}\n${detail}`, asked });
    ends.push(ended);
    said(lineOf(ended), 0);
  }
  const called = calls?.();
  const { states, different } = await replay(store);
  if (different.length > 0) said(`重放后不一致：${different.join(' ')}`, 1);
  const closed = ends.filter((each) => each.end === 'closed').length;
  const total = (of: (each: Ended) => number) => ends.reduce((sum, each) => sum + of(each), 0);
  const summary = {
    messages: ends.length,
    closed,
    whistles: total((each) => (each.path === 'whistle' ? 1 : 0)),
    reportInsLate: total((each) => each.reportInsLate),
    redone: total((each) => each.redone),
    refused: total((each) => (each.refused === undefined ? 0 : 1)),
    ...(called !== undefined && { calls: Math.round(called / ends.length) }),
    seconds: Number(((performance.now() - started) / 1000).toFixed(1)),
  };
  said(JSON.stringify(summary), 0);
  return ends.length > 0 && closed === ends.length && different.length === 0 && states > 0 ? 0 : 1;
}

function lineOf({ number, path, late, redone, end, refused }: Ended): string {
  const marks = late.length > 0 ? `超时：${late.join('、')}` : '全部按时';
  const way = path === 'whistle' ? '吹哨' : '派单';
  return [
    number,
    redone > 0 ? `${way}，重办 ${redone} 次` : way,
    marks,
    refused ? `停在：${refused}` : end,
  ].join('  ');
}

async function* messagesIn(file: string): AsyncGenerator<v.InferOutput<typeof message>> {
  let line = 0;
  for await (const text of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.trim() === '') continue;
    const read = v.safeParse(message, json(text));
    if (read.success) yield read.output;
    else process.stderr.write(`第 ${line} 行读不懂，已跳过\n`);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function said(text: string, status: number): number {
  process.stdout.write(`${text}\n`);
  return status;
}
