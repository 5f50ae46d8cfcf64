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

export async function openDouble({ env = 'double', collections }: Setting): Promise<Double> {
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const database = new Database(collections, now);
  const storage = new Storage(env, now);
  const secret = randomBytes(16).toString('hex');
  const cuts = new Map<string, 'before' | 'after'>();
  const calls = new Map<string, number>();

  async function answer(request: IncomingMessage, body: Buffer): Promise<string> {
    if (!request.headers.authorization?.includes(secret)) throw new Fault('SIGN_PARAM_INVALID', 'sign error');
    const params = JSON.parse(body.toString());
    if (params.envName !== env) throw new Fault('INVALID_ENV', `there is no environment ${params.envName}`);
    calls.set(params.action, (calls.get(params.action) ?? 0) + 1);
    const url = `http://${request.headers.host}`;
    const done = params.action.startsWith('storage.')
      ? storage.perform(params, url)
      : await perform(database, params);
    return JSON.stringify({ ...done, requestId: randomBytes(8).toString('hex') });
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const ticket = /^\/files\/(\w+)$/.exec(request.url ?? '')?.[1];
    if (ticket !== undefined) {
      const { status, body: content } = storage.serve(request.method ?? '', ticket, body);
      return void response.writeHead(status).end(content);
    }
    const action = String(/"action":"([\w.]+)"/.exec(body.toString())?.[1]);
    const when = cuts.get(action);
    cuts.delete(action);
    if (when === 'before') return void request.socket.destroy();
    const text = await answer(request, body).catch(refusal);
    double.bytes += body.length + Buffer.byteLength(text);
    if (when === 'after') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const double: Double = {
    variables: variablesOf(env, secret, port),
    calls,
    bytes: 0,
    pass(ms) {
      ahead += ms;
      database.expire();
    },
    cut: (action, when) => void cuts.set(action, when),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return double;
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
