import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { collections } from '../../cloudfunctions/collections.ts';
import type { Store } from '../../cloudfunctions/store.ts';
import { furnish, officeOf } from '../host/office-store.ts';
import { replay } from '../journey/replay.ts';
import { type Ended, tell } from '../journey/tale.ts';
import { demoOffice } from '../office/office.ts';
import { demoPeople } from '../office/people.ts';
import { openSqlite } from '../store/sqlite.ts';

const help = `npm run story -- FILE.jsonl [--take N]

把真实留言一条条走完全程：提交、受理、隔一件派单隔一件吹哨（三个部门，一个报到超时）、办理、答复、
审核、评价（五件里一件说没有解决，重办）、结案。每件一行，最后一行是 JSON 汇总。
FILE.jsonl 每行 {"subject": "...", "detail": "...", "asked"?: "2019/4/25 9:32:09"}`;

const message = v.object({ subject: v.string(), detail: v.string(), asked: v.optional(v.string()) });

export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { take: { type: 'string', default: 'Infinity' }, help: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (values.help || file === undefined) return said(help, values.help ? 0 : 1);
  if (!existsSync(file)) return said(`没有找到文件 ${file}。`, 1);
  const take = Number(values.take);
  if (!(take > 0)) return said(`--take 应是正整数，不是 ${values.take}。`, 1);
  const folder = await mkdtemp(join(tmpdir(), 'onewhistle-story-'));
  const store = await openSqlite({ file: join(folder, 'story.sqlite'), collections });
  try {
    return await run(store, file, take);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function run(store: Store, file: string, take: number): Promise<number> {
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
