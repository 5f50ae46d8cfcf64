import { drawNavBar } from '../chrome/nav-bar.ts';
import { drawTabBar } from '../chrome/tab-bar.ts';
import { onTold, tell } from './app.ts';
import type { EventChannel } from './channel.ts';
import { homePath, isTab, pagePaths, tabBarConfig } from './config.ts';
import { record, writeHere } from './history.ts';
import { hidePage, openPage, type Page, showPage, unloadPage, urlOf } from './page.ts';
import type { Route } from './route.ts';

const LIMIT = 10;
const tabs = new Map<string, Page>();
let stack: Page[] = [];
let area: HTMLElement | undefined;

export function setArea(element: HTMLElement): void {
  area = element;
  onTold('barChange', drawBars);
}

export function currentPages(): Page[] {
  return stack;
}

export function topPage(): Page | undefined {
  return stack.at(-1);
}

export function pushPage(route: Route, channel?: EventChannel): string | undefined {
  return put(route, true, channel);
}

/** Opens a page anew that the browser's history already knows. */
export function returnTo(route: Route): string | undefined {
  return put(route, false);
}

function put(route: Route, added: boolean, channel?: EventChannel): string | undefined {
  if (isTab(route.path)) return 'can not navigateTo a tabbar page';
  if (stack.length >= LIMIT) return `page stack is over ${LIMIT}`;
  const refused = missing(route);
  if (refused !== undefined) return refused;
  const before = topPage();
  if (before !== undefined) hidePage(before);
  stack.push(open(route, channel));
  settle(added);
  return undefined;
}

export function replacePage(route: Route): string | undefined {
  if (isTab(route.path)) return 'can not redirectTo a tabbar page';
  const refused = missing(route);
  if (refused !== undefined) return refused;
  const last = stack.pop();
  if (last !== undefined) drop(last);
  stack.push(open(route));
  settle(false);
  return undefined;
}

export function popPages(count: number): void {
  if (count < 1 || stack.length <= 1) return;
  const gone = stack.splice(Math.max(1, stack.length - count));
  for (const page of gone.reverse()) drop(page);
  settle(false);
}

export function restart(route: Route): string | undefined {
  const refused = missing(route);
  if (refused !== undefined) return refused;
  const gone = new Set([...stack, ...tabs.values()]);
  stack = [];
  tabs.clear();
  for (const page of [...gone].reverse()) unloadPage(page);
  stack = [open(route)];
  if (isTab(route.path)) remember(route.path);
  settle(false);
  return undefined;
}

export function switchTab(route: Route): string | undefined {
  if (!isTab(route.path)) return 'can not switch to no-tabBar page';
  const refused = missing(route);
  if (refused !== undefined) return refused;
  const before = topPage();
  if (before?.route.path === route.path) return undefined;
  const gone = stack.filter((page) => page !== tabs.get(page.route.path));
  const resting = stack.filter((page) => !gone.includes(page) && page.route.path !== route.path);
  for (const page of gone.reverse()) unloadPage(page);
  for (const page of resting) hidePage(page);
  stack = [tabs.get(route.path) ?? open(route)];
  remember(route.path);
  settle(false);
  return undefined;
}

function remember(path: string): void {
  const page = topPage();
  if (page !== undefined) tabs.set(path, page);
}

function missing(route: Route): string | undefined {
  if (pagePaths().includes(route.path)) return undefined;
  tell('pageNotFound', { path: route.path, query: route.query, isEntryPage: stack.length === 0 });
  return `page "${route.path}" is not found`;
}

function open(route: Route, channel?: EventChannel): Page {
  if (area === undefined) throw new Error('the phone is not drawn yet');
  return openPage(route, area, channel);
}

function drop(page: Page): void {
  if (tabs.get(page.route.path) === page) hidePage(page);
  else unloadPage(page);
}

function settle(added: boolean): void {
  const page = topPage();
  if (page === undefined) return;
  drawBars();
  showPage(page);
  drawBars();
  if (added) record(urlOf(page), stack.length);
  else writeHere(urlOf(page), stack.length);
}

export function drawBars(): void {
  const page = topPage();
  if (page === undefined) return;
  const { path } = page.route;
  const lost = stack.length === 1 && !isTab(path) && path !== homePath();
  drawNavBar(page.bar, stack.length > 1 ? 'back' : lost && page.bar.home ? 'home' : 'none');
  drawTabBar(tabBarConfig(), isTab(path) ? path : undefined);
}
