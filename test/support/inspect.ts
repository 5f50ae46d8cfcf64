/// <reference lib="dom" />

/** Bundled and run inside a page: finds what a person would stumble over, one sentence a fault. */

/** Not the page's: the demonstration's picker, the map's inside, and the place TDesign keeps for a cross we do not use. */
const phoneParts = '.ow-person, .leaflet-container, .t-popup__close, script, style';

function shown(selector = '*'): HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>(selector)].filter(
    (element) =>
      !element.closest(phoneParts) &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
}

function hasText(element: Element): boolean {
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  return own.some(({ textContent }) => (textContent ?? '').trim() !== '');
}

function said(fault: string, element: Element): string {
  const words = (element.textContent ?? '').trim() || element.getAttribute('aria-label') || element.tagName;
  return `${fault}「${words.slice(0, 24)}」.${element.className.toString().split(' ').join('.')}`;
}

/** A page may give its elements rectangles of its own; this one is the window's. */
function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

function textRect(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

const inScroller = (element: Element) => element.closest('wx-scroll-view.ow-scroll-x') !== null;

/** Text that leaves the window or its box sideways, or is cut where nothing says that more follows. */
export function cutOff(): string[] {
  const texts = shown().filter((element) => hasText(element) && !inScroller(element));
  return texts.flatMap((element) => {
    const { left, right, width } = textRect(element);
    if (width === 0 || element.closest('.one-line')) return [];
    if (left < -1 || right > window.innerWidth + 1) return [said('出了屏幕', element)];
    return isClipped(element) ? [said('被切掉', element)] : [];
  });
}

/** The nearest box around it that hides what sticks out hides some of it. */
function isClipped(element: Element): boolean {
  const text = textRect(element);
  for (let box: Element | null = element; box && !box.matches('.ow-scroll, body'); box = box.parentElement) {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(box);
    if (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') return false;
    if (overflowY === 'auto' || overflowY === 'scroll') return false;
    const { left, right, top, bottom } = rectOf(box);
    if (overflowX !== 'visible' && (text.left < left - 1 || text.right > right + 1)) return true;
    if (overflowY !== 'visible' && (text.top < top - 3 || text.bottom > bottom + 3)) return true;
  }
  return false;
}

/** Words pressed into a column: three lines or more of hardly three letters each. */
export function squeezed(): string[] {
  return shown().flatMap((element) => {
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    return own.some(
      (node) => linesOf(node) > 2 && (node.textContent ?? '').trim().length / linesOf(node) < 3.2,
    )
      ? [said('挤成一条', element)]
      : [];
  });
}

function linesOf(node: Node): number {
  const range = document.createRange();
  range.selectNodeContents(node);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  return new Set(rects.map(({ top }) => Math.round(top))).size;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

function colourOf(css: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over([r, g, b, alpha]: Colour, [R, G, B]: Colour): Colour {
  const mix = (above: number, below: number) => above * alpha + below * (1 - alpha);
  return [mix(r, R), mix(g, G), mix(b, B), 1];
}

/** What is seen behind an element: its own ground over the grounds it stands on. */
function ground(element: Element | null): Colour {
  if (element === null) return [255, 255, 255, 1];
  const own = colourOf(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, ground(element.parentElement));
}

/** WCAG's relative luminance. */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Text less than 4.5 to 1 against what lies behind it; what is switched off may be paler. */
export function tooPale(): string[] {
  const off = '[disabled], [aria-disabled="true"], .t-button--disabled, [aria-hidden="true"]';
  const texts = shown().filter((element) => hasText(element) && !element.closest(off));
  return texts.flatMap((element) => {
    const back = ground(element);
    const one = luminance(over(colourOf(getComputedStyle(element).color), back));
    const other = luminance(back);
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    return ratio < 4.5 ? [said(`对比度只有 ${ratio.toFixed(2)}`, element)] : [];
  });
}

type Heard = HTMLElement & { __wxElement?: { _$eventTarget?: { listeners: object } } };

/** All that answers to a finger, in the page and in the phone's own bars. */
function tappable(): HTMLElement[] {
  const roles = ['button', 'link', 'radio', 'checkbox', 'switch', 'tab'].map((role) => `[role="${role}"]`);
  const named = `${roles.join()}, button, input, textarea`;
  return shown().filter((element) => {
    const listeners = (element as Heard).__wxElement?._$eventTarget?.listeners ?? {};
    return element.matches(named) || 'tap' in listeners;
  });
}

/** What can be tapped and says nothing of itself. */
export function nameless(): string[] {
  return tappable().flatMap((element) => {
    const named = [element, ...element.querySelectorAll('[aria-label]')].some((each) =>
      each.getAttribute('aria-label')?.trim(),
    );
    return named || (element.textContent ?? '').trim() !== '' ? [] : [said('没有名字', element)];
  });
}

/**
 * What can be tapped and is smaller than `least` px either way; a field counts with its box, a switch with its label. WeChat's own
 * bars stay as WeChat draws them.
 */
export function tooSmall(least: number): string[] {
  return tappable().flatMap((element) => {
    const box = element.closest('wx-label, wx-input, wx-textarea') ?? element;
    const { width, height } = rectOf(box);
    const needed = element.closest('.ow-nav, .ow-tabs') ? Math.min(least, 44) : least;
    return width < needed - 0.5 || height < needed - 0.5
      ? [said(`只有 ${Math.round(width)}×${Math.round(height)}`, element)]
      : [];
  });
}

/** Text of the page smaller than `least` px. */
export function tooFine(selector: string, least: number): string[] {
  const texts = shown(`.ow-frame ${selector}`).filter(hasText);
  return texts.flatMap((element) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    return size < least - 0.1 ? [said(`字号只有 ${size}`, element)] : [];
  });
}
