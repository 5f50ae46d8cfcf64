import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer } from '../../domain/contract.ts';
import type { Way } from '../../local/journey/caller.ts';
import { type JobName, jobs } from './job.ts';

/** What the process that measures asks of its client, and is answered once the job is done. */
export interface Calling {
  readonly call: number;
  readonly job: JobName;
  readonly n: number;
}

export interface Answered {
  readonly call: number;
  /** What went wrong; absent where all went well. */
  readonly fault?: string;
}

/** Does the jobs it is sent, each person with a session of his own, as long as the process that sends them lives. */
export function client(port: number): void {
  const way = wayTo(port);
  const answer = (answered: Answered) => process.send?.(answered);
  process.on('message', ({ call, job, n }: Calling) => {
    jobs[job].run(way, n).then(
      () => answer({ call }),
      (fault) => answer({ call, fault: String(fault) }),
    );
  });
}

function wayTo(port: number): Way {
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
  return async (person, asked) =>
    (await post('/api', asked, { authorization: `Bearer ${await tokenOf(person)}` })) as Answer;
}
