import { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { BarState } from '../chrome/nav-bar.ts';
import { make } from '../dom.ts';
import { flushReady } from '../engine/ready.ts';
import { createRoot } from '../engine/service.ts';
import { type Json, textOf } from '../world.ts';
import { EventChannel } from './channel.ts';
import { windowConfig } from './config.ts';
import { watchPull } from './pull.ts';
import { type Route, writeRoute } from './route.ts';

export type PageInstance = Json & { _$: glassEasel.GeneralComponent; route: string; options: Json };

/** One page on the stack: its instance, its own scrolling area and its bar. */
export type Page = {
  route: Route;
  instance: PageInstance;
  frame: HTMLElement;
  scroll: HTMLElement;
  bar: BarState;
  scrollTop: number;
  shown: boolean;
  ready: boolean;
  close: () => void;
};

export function openPage(route: Route, area: HTMLElement, channel = new EventChannel()): Page {
  const config = windowConfig(route.path);
  const root = createRoot(route.path);
  const component = root.getComponent();
  const instance = root.get() as unknown as PageInstance;
  Object.assign(instance, {
    route: route.path,
    options: { ...route.query },
    getOpenerEventChannel: () => channel,
  });
  takeQuery(component, route.query);

  const frame = make('section', 'ow-frame', '', { 'data-route': route.path });
  const scroll = make('div', config.disableScroll === true ? 'ow-scroll ow-still' : 'ow-scroll');
  const place = make('div');
  scroll.append(place);
  frame.append(scroll);
  area.append(frame);
  root.attach(scroll as never, place as never);
  scroll.querySelector('wx-page')?.setAttribute('data-page', route.path);

  const page: Page = {
    route,
    instance,
    frame,
    scroll,
    bar: barOf(config),
    scrollTop: 0,
    shown: false,
    ready: false,
    close: () => {
      root.release();
      frame.remove();
    },
  };
  watchScroll(page, config);
  watchPull(page, config.enablePullDownRefresh === true);
  call(page, 'onLoad', { ...route.query });
  return page;
}

export function showPage(page: Page): void {
  page.frame.hidden = false;
  page.scroll.scrollTop = page.scrollTop;
  wakePage(page);
}

export function hidePage(page: Page): void {
  page.scrollTop = page.scroll.scrollTop;
  page.frame.hidden = true;
  restPage(page);
}

/** Somebody looks at the page, from now on. */
export function wakePage(page: Page): void {
  if (page.shown) return;
  page.shown = true;
  call(page, 'onShow');
  page.instance._$.triggerPageLifetime('show', []);
  if (page.ready) return;
  page.ready = true;
  flushReady();
  call(page, 'onReady');
}

export function restPage(page: Page): void {
  if (!page.shown) return;
  page.shown = false;
  call(page, 'onHide');
  page.instance._$.triggerPageLifetime('hide', []);
}

export function unloadPage(page: Page): void {
  page.shown = false;
  call(page, 'onUnload');
  page.close();
}

export function call(page: Page, name: string, ...values: unknown[]): boolean {
  const method = page.instance[name];
  if (typeof method !== 'function') return false;
  glassEasel.safeCallback(name, method as never, page.instance as never, values as never, page.instance._$);
  return true;
}

export function urlOf(page: Page): string {
  return writeRoute(page.route);
}

function takeQuery(component: glassEasel.GeneralComponent, query: Record<string, string>): void {
  const known = Object.entries(query).filter(([name]) => glassEasel.Component.hasProperty(component, name));
  if (known.length > 0) component.setData(Object.fromEntries(known));
}

function barOf(config: Json): BarState {
  return {
    title: textOf(config.navigationBarTitleText),
    front: config.navigationBarTextStyle === 'black' ? '#000000' : '#ffffff',
    background: textOf(config.navigationBarBackgroundColor) || '#000000',
    custom: config.navigationStyle === 'custom',
    loading: false,
    home: true,
  };
}

function watchScroll(page: Page, config: Json): void {
  const distance = Number(config.onReachBottomDistance ?? 50);
  let near = false;
  page.scroll.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = page.scroll;
    if (!page.shown) return;
    call(page, 'onPageScroll', { scrollTop });
    const reached = scrollHeight - clientHeight - scrollTop <= distance;
    if (reached && !near) call(page, 'onReachBottom');
    near = reached;
  });
}
