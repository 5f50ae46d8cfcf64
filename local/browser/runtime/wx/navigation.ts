import * as navigate from '../pages/navigate.ts';
import { startPull, stopPull } from '../pages/pull.ts';
import * as stack from '../pages/stack.ts';
import { isJson, textOf } from '../world.ts';
import { Failure, wxCalls } from './call.ts';

type Listener = (...values: unknown[]) => void;

function orFail(refused: string | undefined): void {
  if (refused !== undefined) throw new Failure(refused);
}

function change(part: Partial<NonNullable<ReturnType<typeof stack.topPage>>['bar']>): void {
  const page = stack.topPage();
  if (page !== undefined) Object.assign(page.bar, part);
  stack.drawBars();
}

export const navigation = {
  ...wxCalls({
    navigateTo: ({ url, events }) => {
      const opened = navigate.navigateTo(
        textOf(url),
        isJson(events) ? (events as Record<string, Listener>) : {},
      );
      if (typeof opened === 'string') throw new Failure(opened);
      return { eventChannel: opened };
    },
    redirectTo: ({ url }) => orFail(stack.replacePage(navigate.routeFromHere(textOf(url)))),
    switchTab: ({ url }) => orFail(stack.switchTab(navigate.routeFromHere(textOf(url)))),
    reLaunch: ({ url }) => orFail(stack.restart(navigate.routeFromHere(textOf(url)))),
    navigateBack: ({ delta }) => orFail(navigate.navigateBack(Number(delta ?? 1))),
    setNavigationBarTitle: ({ title }) => change({ title: textOf(title) }),
    setNavigationBarColor: ({ frontColor, backgroundColor }) =>
      change({ front: textOf(frontColor), background: textOf(backgroundColor) }),
    showNavigationBarLoading: () => change({ loading: true }),
    hideNavigationBarLoading: () => change({ loading: false }),
    hideHomeButton: () => change({ home: false }),
    startPullDownRefresh: () => onTop(startPull),
    stopPullDownRefresh: () => onTop(stopPull),
    pageScrollTo: (options) => scrollPage(options),
    setBackgroundColor: ({ backgroundColor }) =>
      onTop((page) => page.frame.style.setProperty('background', textOf(backgroundColor))),
    setBackgroundTextStyle: ({ textStyle }) =>
      onTop((page) => page.frame.classList.toggle('ow-light-dots', textStyle === 'light')),
  }),
};

function onTop(act: (page: NonNullable<ReturnType<typeof stack.topPage>>) => void): void {
  const page = stack.topPage();
  if (page !== undefined) act(page);
}

function scrollPage({ scrollTop, selector, offsetTop, duration }: Record<string, unknown>): void {
  onTop(({ scroll, instance }) => {
    const node =
      typeof selector === 'string' ? instance._$.getShadowRoot()?.querySelector(selector) : undefined;
    const element = node?.getBackendElement() as HTMLElement | null | undefined;
    const top =
      element === null || element === undefined
        ? Number(scrollTop ?? 0)
        : element.getBoundingClientRect().top + scroll.scrollTop + Number(offsetTop ?? 0);
    scroll.scrollTo({ top, behavior: duration === 0 ? 'auto' : 'smooth' });
  });
}
