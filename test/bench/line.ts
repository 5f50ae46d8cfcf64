import { type ChildProcess, spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import { identityOf } from '../../local/host/identity.ts';
import { type Host, serve } from '../../local/host/server.ts';
import { openSessions, thirtyDays } from '../../local/host/sessions.ts';
import { demoPeople } from '../../local/office/people.ts';
import type { Answered, Calling } from './client.ts';
import type { JobName } from './job.ts';

/** People who come over HTTP, in a process of their own as on phones of their own. */
export interface Line {
  /** Has a whole job done; rejects unless every step is taken. */
  run(job: JobName, n: number): Promise<void>;
  close(): Promise<void>;
}

/** The door behind the host's own HTTP server, with sessions. */
export async function lineTo(cloud: Cloud): Promise<Line> {
  const { exchange } = identityOf(demoPeople);
  const sessions = openSessions(cloud.store, exchange, {
    kind: 'phone',
    realm: 'bench',
    lasts: thirtyDays,
    now: Date.now,
  });
  const nothing = async () => undefined;
  const files = { ...cloud.files, open: nothing, clear: async () => undefined };
  return lineToHost({ cloud, sessions, files, assets: new Map(), demo: nothing, picker: true });
}

/** The host on a free port, and its client. */
export async function lineToHost(host: Host): Promise<Line> {
  const server = serve(host);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const client = startClient(port);
  const waiting = new Map<number, (fault: string | undefined) => void>();
  client.on('message', ({ call, fault }: Answered) => waiting.get(call)?.(fault));
  client.on('exit', () => {
    for (const end of waiting.values()) end('the client is gone');
  });
  let calls = 0;
  const run = (job: JobName, n: number) =>
    new Promise<void>((resolve, reject) => {
      const call = calls;
      calls += 1;
      waiting.set(call, (fault) => {
        waiting.delete(call);
        if (fault === undefined) resolve();
        else reject(new Error(fault));
      });
      client.send({ call, job, n } satisfies Calling);
    });
  return {
    run,
    async close() {
      client.kill();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The same bundle as this one, begun at its client. */
function startClient(port: number): ChildProcess {
  const begin = `import(${JSON.stringify(import.meta.url)}).then(({ client }) => client(${port}))`;
  return spawn(process.execPath, ['--input-type=module', '--eval', begin], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
