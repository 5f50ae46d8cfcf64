import { make, makeButton } from '../dom.ts';

export type BarState = {
  title: string;
  front: string;
  background: string;
  custom: boolean;
  loading: boolean;
  home: boolean;
};

type Leading = 'back' | 'home' | 'none';

let bar: HTMLElement | undefined;
let actions: { back: () => void; home: () => void } = { back: () => {}, home: () => {} };

export function mountNavBar(parent: HTMLElement, given: { back: () => void; home: () => void }): void {
  bar = make('header', 'ow-nav');
  actions = given;
  parent.append(bar);
}

export function drawNavBar(state: BarState, leading: Leading): void {
  if (bar === undefined) return;
  document.title = state.title || document.title;
  bar.hidden = state.custom;
  bar.style.setProperty('--front', state.front);
  bar.style.setProperty('--background', state.background);
  document.body.style.setProperty('--bar-background', state.custom ? 'transparent' : state.background);
  const title = make('h1', 'ow-nav-title', state.title);
  const parts: HTMLElement[] = [title];
  if (state.loading)
    title.prepend(make('span', 'ow-spinner', '', { role: 'status', 'aria-label': '加载中' }));
  if (leading !== 'none') parts.unshift(leadingButton(leading));
  bar.replaceChildren(...parts);
}

function leadingButton(leading: 'back' | 'home'): HTMLElement {
  const button = makeButton(`ow-nav-button ow-${leading}`, '', () => actions[leading]());
  button.setAttribute('aria-label', leading === 'back' ? '返回' : '返回首页');
  return button;
}
