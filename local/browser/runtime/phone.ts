import { mountNavBar } from './chrome/nav-bar.ts';
import { mountTabBar } from './chrome/tab-bar.ts';
import { darkMedia, make } from './dom.ts';
import { watchGestures } from './engine/gestures.ts';
import { installService } from './engine/service.ts';
import { news } from './host/live.ts';
import { hideApp, launchApp, onTold, showApp, tell } from './pages/app.ts';
import { homePath, pagePaths, setConfig, themeName } from './pages/config.ts';
import { goHome, navigateBack, watchBrowserHistory } from './pages/navigate.ts';
import { call, restPage, wakePage } from './pages/page.ts';
import { parseRoute, type Route } from './pages/route.ts';
import * as stack from './pages/stack.ts';
import { framed, type Service } from './world.ts';

/** Draws the phone and starts the app in it. */
export function startPhone(service: Service): void {
  setConfig(service);
  installService(service);
  document.head.append(make('style', '', service.styles));
  drawPhone();
  watchGestures();
  watchBrowserHistory();
  watchWindow();
  service.app();
  const route = startRoute();
  launchApp(route);
  stack.restart(route);
}

function drawPhone(): void {
  document.body.classList.add('ow-phone');
  if (framed) document.body.append(make('div', 'ow-status', '', { 'aria-hidden': 'true' }));
  mountNavBar(document.body, { back: () => void navigateBack(1), home: goHome });
  const area = make('main', 'ow-pages');
  document.body.append(area);
  mountTabBar(document.body, (path) => {
    const page = stack.topPage();
    if (page?.route.path !== path) stack.switchTab({ path, query: {} });
    if (page !== undefined) call(page, 'onTabItemTap', { pagePath: path });
  });
  stack.setArea(area);
  new ResizeObserver(() => {
    area.style.setProperty('--page-vh', `${area.clientHeight / 100}px`);
  }).observe(area);
}

function startRoute(): Route {
  const wanted = parseRoute(window.location.hash.slice(1));
  if (wanted.path === '' || pagePaths().includes(wanted.path)) {
    return wanted.path === '' ? { path: homePath(), query: {} } : wanted;
  }
  return { path: homePath(), query: {} };
}

function watchWindow(): void {
  document.addEventListener('visibilitychange', () => {
    const page = stack.topPage();
    if (page === undefined) return;
    if (document.hidden) {
      restPage(page);
      hideApp();
    } else {
      showApp();
      wakePage(page);
    }
  });
  darkMedia().addEventListener('change', () => {
    tell('themeChange', { theme: themeName() });
    stack.drawBars();
  });
  onTold('windowResize', (size) => {
    const page = stack.topPage();
    if (page !== undefined) call(page, 'onResize', size);
  });
  window.addEventListener('message', (event) => {
    if (event.origin === window.location.origin && event.data === news) showAgain();
  });
  window.addEventListener('error', (event) => tell('error', event.message));
  window.addEventListener('unhandledrejection', (event) =>
    tell('unhandledRejection', { reason: event.reason }),
  );
}

/** The world outside changed: the page that is looked at asks again, as if pulled down or come back to. */
function showAgain(): void {
  const page = stack.topPage();
  if (page === undefined || call(page, 'onPullDownRefresh')) return;
  restPage(page);
  wakePage(page);
}
