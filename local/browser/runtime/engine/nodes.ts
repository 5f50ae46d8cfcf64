import { glassEasel } from 'glass-easel-miniprogram-adapter';

export type Node = glassEasel.Element;
export type Component = glassEasel.GeneralComponent;
export type HostElement = HTMLElement & { __wxElement?: Node };

/** The framework's node behind an HTML element, or behind the nearest element around it. */
export function nodeOf(element: Element | null): Node | undefined {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const node = (at as HostElement).__wxElement;
    if (node !== undefined) return node;
  }
  return undefined;
}

export function htmlOf(node: Node): HTMLElement | undefined {
  const own = node.getBackendElement() as unknown as HTMLElement | null;
  if (own !== null && own !== undefined) return own;
  return firstHtml(node);
}

function firstHtml(node: Node): HTMLElement | undefined {
  const inside = glassEasel.Component.isComponent(node) ? node.getShadowRoot()?.childNodes : node.childNodes;
  for (const child of inside ?? []) {
    if (!(child instanceof glassEasel.Element)) continue;
    const found = htmlOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function isComponent(node: unknown): node is Component {
  return glassEasel.Component.isComponent(node);
}

/** Fires an event of a built-in component: it reaches the node itself and nobody above it. */
export function emit(element: HTMLElement, type: string, detail: unknown = {}, bubbles = false): void {
  const node = (element as HostElement).__wxElement;
  if (node !== undefined) {
    glassEasel.Event.triggerEvent(node, type, detail, { bubbles, composed: bubbles, capturePhase: bubbles });
  }
}
