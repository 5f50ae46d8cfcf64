import { tell } from './app.ts';
import { channelPair, type EventChannel } from './channel.ts';
import { homePath } from './config.ts';
import { goBack, watchHistory } from './history.ts';
import { urlOf } from './page.ts';
import { parseRoute, type Route } from './route.ts';
import * as stack from './stack.ts';

export type Refusal = string | undefined;

export function routeFromHere(url: string): Route {
  return parseRoute(url, stack.topPage()?.route.path ?? '');
}

export function navigateTo(
  url: string,
  events: Record<string, (...values: unknown[]) => void> = {},
): EventChannel | string {
  const { opener, opened } = channelPair();
  for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
  return stack.pushPage(routeFromHere(url), opened) ?? opener;
}

export function navigateBack(delta: number): Refusal {
  const count = Math.min(delta, stack.currentPages().length - 1);
  if (count < 1) return 'cannot navigate back at first page.';
  goBack(count);
  stack.popPages(count);
  return undefined;
}

export function goHome(): void {
  stack.restart({ path: homePath(), query: {} });
}

/** Follows the browser's back and forward buttons and a hand-written hash. */
export function watchBrowserHistory(): void {
  watchHistory((url, depth) => {
    const pages = stack.currentPages();
    if (url === '' || pages.length === 0) return;
    const at = pages.findLastIndex((page) => urlOf(page) === url);
    if (at >= 0) stack.popPages(pages.length - 1 - at);
    else if (depth !== pages.length + 1 || stack.returnTo(parseRoute(url)) !== undefined)
      stack.restart(parseRoute(url));
  });
  window.addEventListener('resize', () => {
    tell('windowResize', { size: { windowWidth: window.innerWidth, windowHeight: window.innerHeight } });
  });
}
