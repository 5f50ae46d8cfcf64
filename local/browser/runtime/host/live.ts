import { onTold } from '../pages/app.ts';
import { isJson, textOf } from '../world.ts';

/** What a phone says to the page around it: it has given the office an order. */
export const sent = 'onewhistle:sent';
/** What the page around says to a phone: something may have changed. */
export const news = 'onewhistle:show';

/** Tells the page around this phone of every order that got through. */
export function tellAround(): void {
  onTold('answered', (call) => {
    if (isJson(call) && isOrder(call)) window.parent.postMessage(sent, window.location.origin);
  });
}

function isOrder({ url, data }: Record<string, unknown>): boolean {
  return textOf(url).endsWith('/api') && isJson(data) && 'process' in data;
}
