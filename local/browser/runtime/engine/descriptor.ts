import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { phoneUnits } from './backend.ts';
import { htmlOf, isComponent, type Node } from './nodes.ts';

const known = new WeakMap<Node, Descriptor>();
const STYLE_SEGMENT = 3 as glassEasel.StyleSegmentIndex;

/** What WXS sees of a node (ComponentDescriptor in WeChat's documents). */
export class Descriptor {
  readonly #node: Node;
  readonly #state: Record<string, unknown> = {};

  private constructor(node: Node) {
    this.#node = node;
  }

  static of(node: Node): Descriptor {
    const descriptor = known.get(node) ?? new Descriptor(node);
    known.set(node, descriptor);
    return descriptor;
  }

  selectComponent(selector: string): Descriptor | null {
    const found = this.#root()?.querySelector(selector);
    return found === null || found === undefined ? null : Descriptor.of(found);
  }

  selectAllComponents(selector: string): Descriptor[] {
    return (this.#root()?.querySelectorAll(selector) ?? []).map((node) => Descriptor.of(node));
  }

  setStyle(style: string | Record<string, unknown>): this {
    const text = typeof style === 'string' ? style : styleText(style);
    this.#node.setNodeStyle(phoneUnits(text), STYLE_SEGMENT);
    return this;
  }

  addClass(name: string): this {
    this.#node.toggleNodeClass(name, true);
    return this;
  }

  removeClass(name: string): this {
    this.#node.toggleNodeClass(name, false);
    return this;
  }

  hasClass(name: string): boolean {
    return this.#node.class.split(/\s+/).includes(name);
  }

  getDataset(): Record<string, unknown> {
    return { ...this.#node.dataset };
  }

  getState(): Record<string, unknown> {
    return this.#state;
  }

  callMethod(name: string, value?: unknown): void {
    if (!isComponent(this.#node)) return;
    const caller = this.#node.getMethodCaller() as unknown as Record<string, unknown>;
    const method = caller[name];
    if (typeof method === 'function') method.call(caller, value);
  }

  triggerEvent(name: string, detail: unknown = {}): void {
    this.#node.triggerEvent(name, detail);
  }

  requestAnimationFrame(act: () => void): void {
    window.requestAnimationFrame(act);
  }

  setTimeout(act: () => void, delay?: number): number {
    return window.setTimeout(act, delay);
  }

  clearTimeout(id: number): void {
    window.clearTimeout(id);
  }

  getBoundingClientRect(): DOMRect {
    return htmlOf(this.#node)?.getBoundingClientRect() ?? new DOMRect();
  }

  getComputedStyle(names: string[]): Record<string, string> {
    const element = htmlOf(this.#node);
    if (element === undefined) return {};
    const style = window.getComputedStyle(element);
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
  }

  #root() {
    return isComponent(this.#node) ? this.#node.getShadowRoot() : this.#node.ownerShadowRoot;
  }
}

function styleText(style: Record<string, unknown>): string {
  return Object.entries(style)
    .map(
      ([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${String(value)}`,
    )
    .join(';');
}
