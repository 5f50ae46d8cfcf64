import { make } from '../dom.ts';
import type { Tab } from '../pages/config.ts';
import { type Json, textOf } from '../world.ts';

type Mark = { badge?: string; dot?: boolean };
type Select = (tab: Tab, index: number) => void;

const marks = new Map<number, Mark>();
const changes = new Map<number, Partial<Tab>>();
const style: Json = {};
let bar: HTMLElement | undefined;
let select: Select = () => {};
let hidden = false;

export function mountTabBar(parent: HTMLElement, onSelect: Select): void {
  bar = make('nav', 'ow-tabs', '', { 'aria-label': '标签栏' });
  select = onSelect;
  parent.append(bar);
}

export function markTab(index: number, mark: Mark): void {
  marks.set(index, { ...marks.get(index), ...mark });
}

export function clearTabMark(index: number, part: keyof Mark): void {
  const { [part]: _, ...rest } = marks.get(index) ?? {};
  marks.set(index, rest);
}

export function changeTab(index: number, change: Partial<Tab>): void {
  changes.set(index, { ...changes.get(index), ...change });
}

export function changeTabStyle(change: Json): void {
  Object.assign(style, change);
}

export function setTabBarHidden(value: boolean): void {
  hidden = value;
}

export function drawTabBar(config: (Json & { list: Tab[] }) | undefined, selected: string | undefined): void {
  if (bar === undefined) return;
  bar.hidden = hidden || config === undefined || selected === undefined;
  if (config === undefined || selected === undefined || hidden) return;
  const look = { ...config, ...style };
  bar.style.setProperty('--colour', textOf(look.color) || '#7a7e83');
  bar.style.setProperty('--selected', textOf(look.selectedColor) || '#3cc51f');
  bar.style.setProperty('--background', textOf(look.backgroundColor) || '#ffffff');
  bar.classList.toggle('ow-white-border', look.borderStyle === 'white');
  bar.replaceChildren(
    ...config.list.map((tab, index) => drawTab({ ...tab, ...changes.get(index) }, index, selected)),
  );
}

function drawTab(tab: Tab, index: number, selected: string): HTMLElement {
  const active = tab.pagePath === selected;
  const button = make('button', 'ow-tab', '', { type: 'button', 'data-path': tab.pagePath });
  if (active) button.setAttribute('aria-current', 'page');
  const icon = (active ? tab.selectedIconPath : undefined) ?? tab.iconPath;
  if (icon)
    button.append(make('img', 'ow-tab-icon', '', { src: `/app/files/${icon.replace(/^\//, '')}`, alt: '' }));
  button.append(make('span', icon ? 'ow-tab-text' : 'ow-tab-text ow-alone', tab.text));
  const mark = marks.get(index);
  if (mark?.badge) button.append(make('span', 'ow-badge', mark.badge));
  else if (mark?.dot) button.append(make('span', 'ow-dot', '', { 'aria-label': '有新消息' }));
  button.addEventListener('click', () => select(tab, index));
  return button;
}
