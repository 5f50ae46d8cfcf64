import type { component } from 'glass-easel-miniprogram-adapter';
import { topPage } from '../pages/stack.ts';

type Caller = component.GeneralComponent;

function caller(given?: unknown): Caller {
  const page = given ?? topPage()?.instance;
  if (page === undefined) throw new Error('there is no page yet');
  return page as Caller;
}

export const queries = {
  createSelectorQuery: () => caller().createSelectorQuery(),
  createIntersectionObserver: (component?: unknown, options?: object) =>
    caller(component).createIntersectionObserver(options),
  createMediaQueryObserver: (component?: unknown) => caller(component).createMediaQueryObserver(),
};
