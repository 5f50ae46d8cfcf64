import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Cloud } from '../../cloudfunctions/cloud.ts';
import type { Answer } from '../../domain/contract.ts';
import { identityOf } from '../../local/host/identity.ts';
import { type Host, serve } from '../../local/host/server.ts';
import { openSessions, thirtyDays } from '../../local/host/sessions.ts';
import type { Way } from '../../local/journey/caller.ts';
import { demoPeople } from '../../local/office/people.ts';

export interface Line {
  readonly way: Way;
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

/** A host on a free port, and a client of it; both are this one process. */
export async function lineToHost(host: Host): Promise<Line> {
  const server = serve(host);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const tokens = new Map<string, Promise<string>>();

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const call = request({ agent, port, host: '127.0.0.1', method: 'POST', path, headers }, (response) => {
        text(response).then((said) => resolve(JSON.parse(said)), reject);
      });
      call.on('error', reject).end(JSON.stringify(body));
    });
  const opened = async (person: string) => {
    const { token } = (await post('/session', { code: `demo:${person}` })) as { readonly token: string };
    return token;
  };
  const tokenOf = (person: string) => {
    const token = tokens.get(person) ?? opened(person);
    tokens.set(person, token);
    return token;
  };

  return {
    way: async (person, asked) =>
      (await post('/api', asked, { authorization: `Bearer ${await tokenOf(person)}` })) as Answer,
    async close() {
      agent.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
