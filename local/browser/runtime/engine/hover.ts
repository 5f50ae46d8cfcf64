import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import type { HostElement, Node } from './nodes.ts';

const HOVER_SEGMENT = 3 as glassEasel.StyleSegmentIndex;

type Hover = { node: Node; name: string; stay: number };
let current: Hover | undefined;
let timer = 0;

/** Puts the hover-class of the nearest element that names one. */
export function hoverStart(at: Element): void {
  window.clearTimeout(timer);
  take();
  const found = hovered(at);
  if (found === undefined) return;
  const { hover, delay } = found;
  timer = window.setTimeout(() => {
    current = hover;
    hover.node.toggleNodeClass(hover.name, true, HOVER_SEGMENT);
  }, delay);
}

export function hoverEnd(now: boolean): void {
  window.clearTimeout(timer);
  if (current === undefined) return;
  if (now) take();
  else timer = window.setTimeout(take, current.stay);
}

function take(): void {
  current?.node.toggleNodeClass(current.name, false, HOVER_SEGMENT);
  current = undefined;
}

function hovered(at: Element): { hover: Hover; delay: number } | undefined {
  const element = at.closest<HTMLElement>('[hover-class], wx-button');
  const node = (element as HostElement | null)?.__wxElement;
  if (element === null || node === undefined || element.hasAttribute('disabled')) return undefined;
  const name = element.getAttribute('hover-class') ?? 'button-hover';
  if (name === 'none' || name === '') return undefined;
  const stay = Number(element.getAttribute('hover-stay-time') ?? 120);
  return { hover: { node, name, stay }, delay: Number(element.getAttribute('hover-start-time') ?? 30) };
}
