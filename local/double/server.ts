import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { perform } from './actions.ts';
import { Database } from './database.ts';
import { Fault } from './fault.ts';
import { Storage } from './storage.ts';

/** A CloudBase environment of this machine alone, in memory, to which the real SDK talks. */
export interface Double {
  /** What the platform puts into the environment of a function; enough for the SDK to find this server. */
  readonly variables: Readonly<Record<string, string>>;
  /** How often each action was asked for, and the bytes that went to and fro. */
  readonly calls: Map<string, number>;
  bytes: number;
  /** Lets time pass for the server, in ms. */
  pass(ms: number): void;
  /** Hangs up at the next such action, before it is done or after. */
  cut(action: string, when: 'before' | 'after'): void;
  close(): Promise<void>;
}

interface Setting {
  readonly env?: string;
  /** The names of the collections there are. */
  readonly collections: readonly string[];
}

/** Opens it on a free port of this machine; it knows its caller by a secret of its own. */
export async function openDouble({ env = 'double', collections }: Setting): Promise<Double> {
  const environment = new Environment(env, collections);
  const server = createServer((request, response) => {
    environment.serve(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(environment, {
    variables: variablesOf(env, environment.secret, port),
    async close() {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  });
}

class Environment {
  readonly calls = new Map<string, number>();
  bytes = 0;
  readonly secret = randomBytes(16).toString('hex');
  readonly #env: string;
  readonly #database: Database;
  readonly #storage: Storage;
  readonly #cuts = new Map<string, 'before' | 'after'>();
  #ahead = 0;

  constructor(env: string, collections: readonly string[]) {
    const now = () => Date.now() + this.#ahead;
    this.#env = env;
    this.#database = new Database(collections, now);
    this.#storage = new Storage(env, now);
  }

  pass(ms: number): void {
    this.#ahead += ms;
    this.#database.expire();
  }

  cut(action: string, when: 'before' | 'after'): void {
    this.#cuts.set(action, when);
  }

  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const ticket = /^\/files\/(\w+)$/.exec(request.url ?? '')?.[1];
    if (ticket === undefined) return this.#serveCall(request, body, response);
    const served = this.#storage.serve(request.method ?? '', ticket, body);
    response.writeHead(served.status).end(served.body);
  }

  async #serveCall(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const params: Record<string, unknown> = JSON.parse(body.toString());
    const action = String(params.action);
    const when = this.#cuts.get(action);
    this.#cuts.delete(action);
    if (when === 'before') return void request.socket.destroy();
    const text = await this.#answer(request, params).catch(refusal);
    this.bytes += body.length + Buffer.byteLength(text);
    if (when === 'after') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  }

  async #answer({ headers }: IncomingMessage, params: Record<string, unknown>): Promise<string> {
    if (!headers.authorization?.includes(this.secret)) throw new Fault('SIGN_PARAM_INVALID', 'sign error');
    if (params.envName !== this.#env) throw new Fault('INVALID_ENV', `no environment ${params.envName}`);
    const action = String(params.action);
    this.calls.set(action, (this.calls.get(action) ?? 0) + 1);
    const done = action.startsWith('storage.')
      ? this.#storage.perform(params, `http://${headers.host}`)
      : await perform(this.#database, params);
    return JSON.stringify({ ...done, requestId: randomBytes(8).toString('hex') });
  }
}

function variablesOf(env: string, secret: string, port: number): Double['variables'] {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: env,
    TCB_ENV: env,
    TENCENTCLOUD_SECRETID: secret,
    TENCENTCLOUD_SECRETKEY: secret,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
  };
}

function refusal(fault: unknown): string {
  if (!(fault instanceof Fault)) throw fault;
  return JSON.stringify({
    code: fault.code,
    message: fault.message,
    requestId: randomBytes(8).toString('hex'),
  });
}
