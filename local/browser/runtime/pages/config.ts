import { darkMedia } from '../dom.ts';
import { unitOf } from '../engine/service.ts';
import { isJson, type Json, type Service, textOf } from '../world.ts';

let service: Service | undefined;

export function setConfig(given: Service): void {
  service = given;
}

export function themeName(): 'light' | 'dark' {
  return service?.config.light.darkmode === true && darkMedia().matches ? 'dark' : 'light';
}

function appConfig(): Json {
  return service?.config[themeName()] ?? {};
}

export function pagePaths(): string[] {
  return service?.pages ?? [];
}

export function homePath(): string {
  return textOf(appConfig().entryPagePath) || (pagePaths()[0] ?? '');
}

/** A page's window settings: its own over the app's. */
export function windowConfig(path: string): Json {
  const shared = appConfig().window;
  return { ...(isJson(shared) ? shared : {}), ...unitOf(path)?.json[themeName()] };
}

export type Tab = { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string };

export function tabBarConfig(): (Json & { list: Tab[] }) | undefined {
  const bar = appConfig().tabBar;
  return isJson(bar) && Array.isArray(bar.list) ? { ...bar, list: bar.list as Tab[] } : undefined;
}

export function isTab(path: string): boolean {
  return tabBarConfig()?.list.some((tab) => tab.pagePath === path) ?? false;
}
