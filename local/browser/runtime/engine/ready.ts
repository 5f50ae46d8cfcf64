import type { Component } from './nodes.ts';

let waiting: Component[] = [];

/** Components hear `ready` once they are laid out, children before the ones around them. */
export function queueReady(component: Component): void {
  if (waiting.length === 0) queueMicrotask(flushReady);
  waiting.push(component);
}

export function flushReady(): void {
  const now = waiting.reverse();
  waiting = [];
  for (const component of now) component.triggerLifetime('ready', []);
}
