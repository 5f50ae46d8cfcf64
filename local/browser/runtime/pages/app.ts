import type { Json } from '../world.ts';
import type { Route } from './route.ts';

type Listener = (value: unknown) => void;
type AppObject = Json & { globalData?: unknown };

let app: AppObject = {};
let launch: Route = { path: '', query: {} };
const listeners = new Map<string, Set<Listener>>();

export function defineApp(definition: Json): void {
  app = definition;
}

export function getApp(): AppObject {
  return app;
}

export function launchOptions(): Json {
  return { path: launch.path, query: launch.query, scene: 1001, referrerInfo: {}, apiCategory: 'default' };
}

export function launchApp(route: Route): void {
  launch = route;
  callApp('onLaunch', launchOptions());
  showApp();
}

export function showApp(): void {
  tell('appShow', launchOptions());
}

export function hideApp(): void {
  tell('appHide', {});
}

function callApp(name: string, value: unknown): void {
  const handler = app[name];
  if (typeof handler === 'function') handler.call(app, value);
}

/** What the app itself hears of the events below. */
const HANDLERS: Readonly<Record<string, string>> = {
  appShow: 'onShow',
  appHide: 'onHide',
  error: 'onError',
  unhandledRejection: 'onUnhandledRejection',
  pageNotFound: 'onPageNotFound',
  themeChange: 'onThemeChange',
};

/** App-wide events behind wx.onXxx and wx.offXxx. */
export function onTold(event: string, listener: Listener): void {
  const known = listeners.get(event) ?? new Set();
  listeners.set(event, known.add(listener));
}

export function offTold(event: string, listener?: Listener): void {
  if (listener === undefined) listeners.delete(event);
  else listeners.get(event)?.delete(listener);
}

export function tell(event: string, value: unknown): void {
  const handler = HANDLERS[event];
  if (handler !== undefined) callApp(handler, value);
  for (const listener of listeners.get(event) ?? []) listener(value);
}
