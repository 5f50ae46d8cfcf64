import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { collections } from '../../cloudfunctions/collections.ts';
import { handle } from '../../cloudfunctions/door.ts';
import type { Doc, Store } from '../../cloudfunctions/store.ts';
import { sweep } from '../../cloudfunctions/sweep.ts';
import type { Answer } from '../../domain/contract.ts';
import type { Actor, Context } from '../../domain/kernel/process.ts';
import { registry } from '../../domain/registry.ts';
import { openSqlite } from '../../local/store/sqlite.ts';
import { office, resident, roster } from './office.ts';
import { at, monday } from './story.ts';

type Command = { readonly type: string; readonly [key: string]: unknown };
export type Call = readonly [Actor, process: string, id: string, Command];

const happenings = [...Object.keys(registry), 'event', 'inbox', 'rollup'];

/** The whole office behind its door, in memory unless told where, with a clock that stands until it is set. */
export class Desk {
  readonly store: Store;
  /** What the operator would read. */
  readonly logged: { readonly commandId: string; readonly error: unknown }[] = [];
  readonly cloud: Cloud;
  #now = at(monday);
  #sent = 0;
  #office = office;

  private constructor(store: Store, seen: Store, part: Partial<Cloud>) {
    this.store = store;
    this.cloud = {
      store: seen,
      now: () => this.#now,
      office: async () => this.#office,
      files: {
        keep: async () => undefined,
        drop: async () => undefined,
        links: async (ids) => Object.fromEntries(ids.map((id) => [id, `https://files/${id}`])),
      },
      log: (fault) => this.logged.push(fault),
      ...part,
    };
  }

  /**
   * Everybody is on the roster and owns a photo named after him, the resident a recording of 23 s, `recording-1`;
   * `wrap` stands before the store, `part` in place of parts of the cloud.
   */
  static async open(
    wrap: (store: Store) => Store = (store) => store,
    part: Partial<Cloud> = {},
    opening: Promise<Store> = openSqlite({ file: ':memory:', collections }),
  ): Promise<Desk> {
    const store = await opening;
    await store.transact(async (tx) => {
      for (const { id, ...rest } of roster)
        await tx.put('person', { _id: id, name: `${id} 的姓名`, title: '职员', ...rest });
      for (const { id } of roster) await tx.put('file', { _id: `photo-${id}`, owner: id, at: 0 });
      const sound = { owner: resident.id, type: 'audio/mpeg', seconds: 23, at: 0 };
      await tx.put('file', { _id: 'recording-1', ...sound });
    });
    return new Desk(store, wrap(store), part);
  }

  set(time: string | number): void {
    this.#now = typeof time === 'string' ? at(time) : time;
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  /** A notice published since: nobody works on this day. */
  declareHoliday(day: string): void {
    const { calendar } = this.#office;
    const layer = { source: '放假通知', rest: [day], work: [] };
    const layers = [...calendar.layers, layer];
    this.#office = {
      ...this.#office,
      calendar: { ...calendar, version: `${calendar.version}+${day}`, layers },
    };
  }

  get now(): number {
    return this.#now;
  }

  contextOf(id: string, actor: Actor): Context {
    return { id, now: this.#now, actor, office: this.#office };
  }

  call(caller: Actor, request: unknown): Promise<Answer> {
    return handle(this.cloud, caller.id, request);
  }

  send([actor, process, id, command]: Call, commandId = `command-${++this.#sent}`): Promise<Answer> {
    return this.call(actor, { process, id, commandId, command });
  }

  ask(actor: Actor, query: string, input: object = {}): Promise<Answer> {
    return this.call(actor, { query, input });
  }

  /** Sends one after the other; each must be done. */
  async done(...calls: readonly Call[]): Promise<void> {
    for (const call of calls) {
      const answer = await this.send(call);
      if (!answer.ok) throw new Error(`${call[1]} ${call[3].type}: ${answer.message}`);
    }
  }

  async state<State>(process: string, id: string): Promise<State> {
    const doc = await this.store.get<Doc & { state: State }>(process, id);
    if (!doc) throw new Error(`there is no ${process} ${id}`);
    return doc.state;
  }

  all<D extends Doc>(collection: string): Promise<D[]> {
    return this.store.find<D>({ collection, where: {}, limit: 1000 });
  }

  /** Everything there is, as text. */
  async everything(): Promise<string> {
    const all = collections.map(async ({ name }) => [name, await this.all(name)]);
    return JSON.stringify(await Promise.all(all));
  }

  /** Everything that has happened so far, to begin from again. */
  async past(): Promise<readonly (readonly [string, Doc])[]> {
    const all = happenings.map(async (name) => (await this.all(name)).map((doc) => [name, doc] as const));
    return (await Promise.all(all)).flat();
  }

  /** Back to the morning, with nothing but this past. */
  async begin(past: readonly (readonly [string, Doc])[]): Promise<void> {
    const gone = await this.past();
    this.set(monday);
    this.logged.length = 0;
    await this.store.transact(async (tx) => {
      for (const [name, { _id }] of gone) await tx.remove(name, _id);
      for (const [name, doc] of past) await tx.put(name, doc);
    });
  }

  /** Lets the sweep come by, every 40 seconds, until no errand is left behind. */
  async settle(): Promise<void> {
    for (let left = true, rounds = 0; left && rounds < 50; rounds += 1) {
      this.pass(40_000);
      await sweep(this.cloud);
      const where = { pendingAt: { gt: 0 } };
      left = (await this.store.count({ collection: 'event', where })) > 0;
    }
  }
}
