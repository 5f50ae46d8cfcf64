import { complain } from './parts.ts';

export interface Time {
  /** The office's clock, epoch ms. */
  readonly now: number;
  /** How far it stands from the true time, in ms. */
  readonly offset: number;
}

/** A message that WeChat would have carried; `at` is epoch ms. */
export interface Sent {
  readonly openid: string;
  readonly at: number;
  readonly fields: Readonly<Record<string, string>>;
}

export const readTray = () => call<readonly Sent[]>('GET', '/demo/tray');
export const readTime = () => call<Time>('GET', '/demo/clock');
export const moveTime = (offset: number) => call<Time>('POST', '/demo/clock', { offset });
export const beginAnew = () => call<Time>('POST', '/demo/reset', {});

/** Asks the host. When it does not answer, the page says so and `undefined` comes back. */
async function call<Answer>(method: string, path: string, body?: object): Promise<Answer | undefined> {
  const sent = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, { method, ...sent }).catch(() => undefined);
  complain(response?.ok ? '' : '主机没有应答，内容没有变化。请看看 npm start 是否还在运行，再试一次。');
  return response?.ok ? ((await response.json()) as Answer) : undefined;
}
