import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { Descriptor } from './descriptor.ts';
import { type Component, htmlOf, isComponent, type Node } from './nodes.ts';

type Path = (string | number)[] | null | undefined;
type Listener = (...values: unknown[]) => unknown;
type FrameworkEvent = {
  type: string;
  timeStamp: number;
  detail: unknown;
  mark: Record<string, unknown> | null;
  target: unknown;
  currentTarget: unknown;
  touches?: unknown;
  changedTouches?: unknown;
};

/** Calls a handler with a plain event, as pages expect; a WXS handler also gets its component. */
export function listen(caller: unknown, event: FrameworkEvent, listener: Listener, path: Path): unknown {
  const plain = plainEvent(event);
  if (!isWxs(path) && isMethod(caller, listener)) {
    listener.call(caller, plain);
    return undefined;
  }
  const instance = descriptorOf(nodeOfCaller(event.currentTarget));
  return listener({ ...plain, instance }, descriptorOf(nodeOfCaller(caller)));
}

/** An expression such as `{{disabled || module.handler}}` gives a WXS function without saying where from. */
function isMethod(caller: unknown, listener: Listener): boolean {
  const node = nodeOfCaller(caller);
  if (!isComponent(node)) return true;
  const methods = glassEasel.Component.getMethodsFromDef(node.getComponentDefinition());
  return Object.values(methods).some((method) => method === listener);
}

/** Wraps a `change:property` observer written in WXS; it may look for what is drawn below it. */
export function observe(listener: Listener, path: Path): Listener {
  if (!isWxs(path)) return listener;
  return (value, old, host, node) =>
    queueMicrotask(() => listener(value, old, descriptorOf(host as Node), descriptorOf(node as Node)));
}

function isWxs(path: Path): boolean {
  return Array.isArray(path) && path[0] !== 0;
}

function descriptorOf(node: Node | undefined): Descriptor | undefined {
  return node === undefined ? undefined : Descriptor.of(node);
}

function nodeOfCaller(caller: unknown): Node | undefined {
  if (caller instanceof glassEasel.Element) return caller;
  const inner = (caller as { _$?: Component } | null)?._$;
  return isComponent(inner) ? inner : undefined;
}

function plainEvent(event: FrameworkEvent): Record<string, unknown> {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: event.detail ?? {},
    mark: event.mark ?? {},
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
    ...(event.touches === undefined ? {} : { touches: event.touches, changedTouches: event.changedTouches }),
  };
}

function plainTarget(caller: unknown): Record<string, unknown> {
  const node = nodeOfCaller(caller);
  if (node === undefined) return { id: '', dataset: {}, offsetLeft: 0, offsetTop: 0 };
  const element = htmlOf(node);
  return {
    id: node.id,
    dataset: { ...node.dataset },
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
  };
}
