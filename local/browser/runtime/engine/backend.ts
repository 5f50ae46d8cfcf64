import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { frameOrigin } from '../chrome/frame.ts';
import type { HostElement } from './nodes.ts';

type ModelListeners = Record<string, ((value: unknown) => void) | null>;
export type ModelElement = HTMLElement & { modelListeners?: ModelListeners };

/** The framework's view of the document: built-ins become wx-* elements, styles are ours to place. */
export class PageBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    const create = (tag: string) => hostElement(tag) as never;
    this.document = {
      createElement: create,
      createTextNode: (content: string) => document.createTextNode(content) as never,
      createDocumentFragment: () => document.createDocumentFragment() as never,
    };
  }

  override setListenerStats(): void {
    // Gestures and built-ins dispatch to the framework themselves.
  }

  override setModelBindingStat(
    element: unknown,
    attribute: string,
    listener: ((value: unknown) => void) | null,
  ): void {
    const target = element as ModelElement;
    target.modelListeners ??= {};
    target.modelListeners[attribute] = listener;
  }

  override getWindowWidth(): number {
    return document.documentElement.clientWidth;
  }

  override getWindowHeight(): number {
    return frameOrigin().height;
  }
}

const RPX = /(-?\d*\.?\d+)rpx\b/g;
const VH = /(-?\d*\.?\d+)vh\b/g;

const BOOLEAN = new Set(['hidden', 'disabled']);

type WithProperties = HostElement & { propertyChanged?: (name: string) => void };

function hostElement(tag: string): HostElement {
  const element = document.createElement(`wx-${tag}`) as WithProperties;
  const set = element.setAttribute.bind(element);
  const remove = element.removeAttribute.bind(element);
  element.setAttribute = (name, value) => {
    if (BOOLEAN.has(name) && isNothing(element.__wxElement?.getAttribute(name))) remove(name);
    else set(ariaName(name), name === 'style' ? phoneUnits(value) : value);
    element.propertyChanged?.(name);
  };
  element.removeAttribute = (name) => {
    remove(ariaName(name));
    element.propertyChanged?.(name);
  };
  const rect = element.getBoundingClientRect.bind(element);
  element.getBoundingClientRect = () => shifted(rect());
  return element;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === 0 || value === '' || Number.isNaN(value);
}

export function phoneUnits(style: string): string {
  return style
    .replace(RPX, (_, size: string) => `${Number(size) / 7.5}vw`)
    .replace(VH, (_, size: string) => `calc(var(--page-vh) * ${size})`);
}

function ariaName(name: string): string {
  return name === 'aria-role' ? 'role' : name;
}

/** Pages count from the top of their own area, below the navigation bar. */
function shifted(rect: DOMRect): DOMRect {
  const { left, top } = frameOrigin();
  return new DOMRect(rect.left - left, rect.top - top, rect.width, rect.height);
}
