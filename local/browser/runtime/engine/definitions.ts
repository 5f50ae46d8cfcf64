import { isJson, type Json } from '../world.ts';

const FIELD = { properties: { name: String, value: null } };
const cache = new Map<string, unknown>();

/** Brings a definition written for WeChat into the shape the framework takes. */
export function normalise(definition: Json): Json {
  const page = isJson(definition.options) ? definition.options : {};
  return { ...normaliseBehavior(definition), options: { multipleSlots: false, ...page } };
}

export function normaliseBehavior(definition: Json): Json {
  const { behaviors, pageLifetimes, pageLifeTimes, ...rest } = definition;
  const given = Array.isArray(behaviors) ? behaviors : [];
  const lifetimes = pageLifetimes ?? pageLifeTimes;
  return {
    ...rest,
    ...(behaviors === undefined
      ? {}
      : { behaviors: given.map(builtInBehavior).filter((item) => item !== undefined) }),
    ...(lifetimes === undefined ? {} : { pageLifetimes: lifetimes }),
  };
}

/** `wx://form-field` gives a component a name and a value; the other wx:// behaviors need nothing here. */
function builtInBehavior(behavior: unknown): unknown {
  if (typeof behavior !== 'string') return behavior;
  if (behavior !== 'wx://form-field') return undefined;
  if (!cache.has(behavior))
    cache.set(behavior, (globalThis as unknown as { Behavior: (d: Json) => unknown }).Behavior(FIELD));
  return cache.get(behavior);
}
