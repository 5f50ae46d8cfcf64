import { parseContext } from '@cloudbase/node-sdk';

/** What the platform hands to a function as its second argument. */
export type FunctionContext = Parameters<typeof parseContext>[0];

type Variables = Readonly<Record<string, unknown>>;

/**
 * What the platform says of this call: who calls, and what set it off. Never read from the event, which the caller
 * writes. A context that carries variables is believed alone: the process may still hold those of the call before.
 */
function variablesOf(context: FunctionContext | undefined): Variables {
  if (!context?.environment && !context?.environ) return process.env;
  const { environment, environ } = parseContext(context);
  return { ...(environment ?? environ) };
}

/** The openid of the WeChat user who calls; `undefined` when nobody does. */
export function openidOf(context: FunctionContext | undefined): string | undefined {
  const { WX_OPENID: openid } = variablesOf(context);
  return typeof openid === 'string' && openid !== '' ? openid : undefined;
}

/** Whether a timer set it off, and no client, whether a WeChat user or another. */
export function isTimer(context: FunctionContext | undefined): boolean {
  const said = variablesOf(context);
  if (said.WX_OPENID || said.TCB_UUID) return false;
  const { TRIGGER_SRC, TCB_SOURCE } = { ...process.env, ...said };
  return TRIGGER_SRC === 'timer' || TCB_SOURCE === 'wx_trigger';
}
