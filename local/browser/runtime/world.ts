import type { UnitConfig } from './engine/service.ts';

export type Json = Record<string, unknown>;

export type MapLayer = { name: string; points: { longitude: number; latitude: number }[] };

export type Service = {
  config: { light: Json; dark: Json };
  pages: string[];
  units: UnitConfig[];
  templates: Record<string, (name: string) => unknown>;
  styles: string;
  app: () => unknown;
  scripts: Record<string, () => unknown>;
};

/** What the built pages, the host page and the tests may touch of the runtime. */
export type OneWhistle = {
  /** Names of wx calls that were used and are not provided. */
  missing: string[];
  /** Polygons shown when a place is chosen; a host sets them. */
  mapLayers?: MapLayer[];
  /** Gives the login code; without it the code is demo:<person>. */
  login?: () => Promise<string>;
  start: (service: Service) => void;
  listen?: unknown;
  observe?: unknown;
};

declare global {
  interface Window {
    __onewhistle: OneWhistle;
  }
}

const query = new URLSearchParams(window.location.search);

export const person = query.get('person') ?? '';
export const framed = query.get('frame') === '1';

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
