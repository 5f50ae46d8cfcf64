import { Worker } from 'node:worker_threads';
import type { Double } from '../../local/double/server.ts';

/** Who calls a function, or what sets it off. */
export interface Trigger {
  readonly openid?: string;
  readonly timer?: boolean;
  /** The machine's clock, epoch ms; that of this machine if not said. */
  readonly at?: number;
}

/** Runs inside an instance: what it is told of a call stands in the process and in the context, as on the platform. */
const instance = `
const { parentPort, workerData } = require('node:worker_threads');
const real = Date.now;
let ahead = 0;
Date.now = () => real() + ahead;
const { main } = require(workerData);
parentPort.on('message', async ({ event, variables, clock }) => {
  ahead = clock;
  Object.assign(process.env, variables);
  const context = { request_id: 'r', namespace: 'double', environment: JSON.stringify(variables) };
  try {
    parentPort.postMessage({ value: JSON.parse(JSON.stringify(await main(event, context))) });
  } catch (error) {
    parentPort.postMessage({ error: String(error) });
  }
});`;

/** One instance of a deployed function: a process environment of its own, one call at a time. */
export class Instance {
  readonly #worker: Worker;
  #line: Promise<unknown> = Promise.resolve();
  /** What it wrote for the operator. */
  log = '';

  constructor(bundle: string, double: Double) {
    const env = { ...double.variables, TZ: 'UTC' };
    this.#worker = new Worker(instance, { eval: true, workerData: bundle, env, stdout: true, stderr: true });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      stream.setEncoding('utf8').on('data', (part) => {
        this.log += part;
      });
    }
  }

  call<T>(event: unknown, trigger: Trigger = {}): Promise<T> {
    const turn = this.#line.then(() => this.#one<T>(event, trigger));
    this.#line = turn.catch(() => undefined);
    return turn;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #one<T>(event: unknown, { openid, timer, at }: Trigger): Promise<T> {
    const variables = {
      TCB_ENV: 'double',
      TRIGGER_SRC: timer ? 'timer' : 'client',
      ...(openid !== undefined && {
        WX_OPENID: openid,
        WX_APPID: 'wx0',
        WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      }),
    };
    const userInfo = openid === undefined ? {} : { userInfo: { openId: openid, appId: 'wx0' } };
    const sent = typeof event === 'object' ? { ...event, ...userInfo } : event;
    return new Promise((resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.once('message', ({ value, error }) => {
        this.#worker.off('error', reject);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      });
      this.#worker.postMessage({ event: sent, variables, clock: at === undefined ? 0 : at - Date.now() });
    });
  }
}
