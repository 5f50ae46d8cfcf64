import { isJson, type Json } from './json.ts';

type Themes = { light: Json; dark: Json };

export function readThemes(value: Json | undefined): Themes {
  const part = (name: string): Json => (isJson(value?.[name]) ? (value[name] as Json) : {});
  return { light: part('light'), dark: part('dark') };
}

/** Replaces every "@name" by the theme's value; an unknown name is handed to `missing`. */
export function applyTheme(value: unknown, theme: Json, missing: (name: string) => void): unknown {
  if (typeof value === 'string' && /^@[A-Za-z_]\w*$/.test(value)) {
    const name = value.slice(1);
    if (!(name in theme)) missing(name);
    return theme[name] ?? value;
  }
  if (Array.isArray(value)) return value.map((item) => applyTheme(item, theme, missing));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, applyTheme(item, theme, missing)]),
  );
}
