import { WeChatFault } from '../../cloudfunctions/wechat/port.ts';

/** The fault a call ends in; anything else is a mistake of the test. */
export async function faultOf(call: Promise<unknown>): Promise<WeChatFault> {
  const fault = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof WeChatFault)) throw new Error(`not a fault of WeChat: ${String(fault)}`);
  return fault;
}
