import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { SimilarIndex } from '../../domain/routing/similar.ts';
import { Complaint, command, readJson, readRows } from './rows.ts';

const help = `
duplicates:eval — how well messages about the same matter are found

  --messages M.jsonl   messages: {id, subject, detail} a line
  --clusters K.json    {name: [ids of messages about the same matter]}
  --grow 1000000       first add variations of the messages, in memory, up to so many, to time the questions;
                       the variations borrow whole sentences, so precision means nothing then

Asks once with each message of each cluster and prints one JSON line.
`;

const message = v.object({ id: v.string(), subject: v.optional(v.string(), ''), detail: v.string() });
const clusters = v.record(v.string(), v.array(v.string()));
type Message = v.InferOutput<typeof message>;

/** Questions asked before the clock runs, as in a service that is up. */
const warmUp = 100;

const round = (value: number) => Number(value.toFixed(4));
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Other messages of the same kind: sentences of two messages, with other places in them. */
function variation(messages: readonly Message[], at: number): Message {
  const one = messages[at % messages.length];
  const two = messages[(at * 7_919 + 13) % messages.length];
  const place = String.fromCharCode(0x4e00 + ((at * 31) % 8_000), 0x4e00 + ((at * 17 + 5) % 6_000));
  const half = (text = '') => text.slice(0, Math.ceil(text.length / 2));
  return {
    id: `variation-${at}`,
    subject: `${place}${half(one?.subject).slice(4)}${half(two?.subject)}`,
    detail: `${place}小区${half(two?.detail)}${half(one?.detail).slice(20)}`,
  };
}

function evaluate(messages: readonly Message[], groups: readonly string[][], grow: number): void {
  const index = new SimilarIndex();
  for (let at = 0; index.size + messages.length < grow; at++) {
    const made = variation(messages, at);
    index.add(made.id, made);
  }
  for (const one of messages) index.add(one.id, one);
  const byId = new Map(messages.map((one) => [one.id, one]));
  const at1: number[] = [];
  const at5: number[] = [];
  const r: number[] = [];
  for (const one of messages.slice(0, warmUp)) index.query(one, 5, one.id);
  let spent = 0;
  for (const group of groups) {
    const members = new Set(group);
    for (const id of group) {
      const asked = byId.get(id);
      if (!asked) throw new Complaint(`The clusters name ${id}, which is no message.`);
      const started = performance.now();
      const hits = index.query(asked, Math.max(5, group.length), id);
      spent += performance.now() - started;
      const precision = (n: number) => hits.slice(0, n).filter((hit) => members.has(hit.id)).length / n;
      at1.push(precision(1));
      at5.push(precision(Math.min(5, group.length - 1)));
      r.push(precision(group.length - 1));
    }
  }
  const figures = {
    queries: at1.length,
    precisionAt1: round(mean(at1)),
    precisionAt5: round(mean(at5)),
    rPrecision: round(mean(r)),
    msPerQuery: Number((spent / Math.max(1, at1.length)).toFixed(2)),
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** The command; resolves to its exit code. */
export async function main(args: string[]): Promise<number> {
  return command(args, help, () => {
    const { values } = parseArgs({
      args,
      options: { messages: { type: 'string' }, clusters: { type: 'string' }, grow: { type: 'string' } },
    });
    if (!values.messages || !values.clusters)
      throw new Complaint('Give --messages and --clusters; see --help.');
    const groups = Object.values(readJson(values.clusters, clusters)).filter((group) => group.length > 1);
    evaluate(readRows(values.messages, message), groups, Number(values.grow ?? 0));
  });
}
