import type { Report } from './diagnostics.ts';
import { isJson, type Json, lineOfWord, readJson, stringMap, strings } from './json.ts';
import { hasScript, readText, resolvePath } from './places.ts';
import { builtIns } from './tags.ts';

/** A page or a component: its files share one path without an ending. */
export type Unit = {
  path: string;
  page: boolean;
  json: Json;
  using: Record<string, string>;
  script: string | undefined;
};

export type Project = { app: Json; theme: Json | undefined; pages: string[]; units: Map<string, Unit> };

export function readProject(root: string, report: Report): Project {
  const app = readJson(root, 'app.json', report);
  if (app === undefined) report('app.json', 1, 'app.json is missing');
  const theme = readJson(
    root,
    typeof app?.themeLocation === 'string' ? app.themeLocation : 'theme.json',
    report,
  );
  const pages = pagePaths(app ?? {});
  const units = new Map<string, Unit>();
  for (const page of pages) addPage(page);
  for (const [name, target] of Object.entries(stringMap(app?.usingComponents)))
    addUsed('app.json', name, target);
  checkTabs(app ?? {}, pages, (message) =>
    report('app.json', lineOfWord(root, 'app.json', '"tabBar"'), message),
  );
  return { app: app ?? {}, theme, pages, units };

  function addPage(path: string): void {
    if (readText(root, `${path}.wxml`) === undefined) {
      report('app.json', lineOfWord(root, 'app.json', lastPart(path)), `page ${path} is missing`);
    } else addUnit(path, true);
  }

  function addUsed(file: string, name: string, target: string): void {
    const path = componentPath(root, file, target);
    if (path === undefined)
      report(file, lineOfWord(root, file, `"${name}"`), `component ${target} is missing`);
    else if (!units.has(path)) addUnit(path, false);
  }

  function addUnit(path: string, page: boolean): void {
    const json = readJson(root, `${path}.json`, report) ?? {};
    const script = hasScript(root, path);
    const own = stringMap(json.usingComponents);
    const inherited = path.startsWith('miniprogram_npm/') ? {} : stringMap(app?.usingComponents);
    units.set(path, { path, page, json, using: resolveUsing(path, own, inherited), script });
    if (script === undefined) report(`${path}.wxml`, 1, 'has no script');
    if (!page && json.component !== true) report(`${path}.json`, 1, 'a component needs "component": true');
    for (const [name, target] of Object.entries(own)) addUsed(`${path}.json`, name, target);
  }

  function resolveUsing(
    path: string,
    own: Record<string, string>,
    inherited: Record<string, string>,
  ): Record<string, string> {
    const using: Record<string, string> = {};
    for (const [name, target] of Object.entries(inherited))
      put(name, componentPath(root, 'app.json', target));
    for (const [name, target] of Object.entries(own)) put(name, componentPath(root, path, target));
    return using;

    function put(name: string, target: string | undefined): void {
      if (target !== undefined && !builtIns.has(name)) using[name] = `/${target}`;
    }
  }
}

function componentPath(root: string, from: string, target: string): string | undefined {
  const path = resolvePath(from, target);
  return [path, `${path}/index`].find((candidate) => readText(root, `${candidate}.wxml`) !== undefined);
}

function pagePaths(app: Json): string[] {
  const packages = [app.subpackages, app.subPackages].filter(Array.isArray).flat().filter(isJson);
  const inPackages = packages.flatMap((part) =>
    strings(part.pages).map((page) => `${String(part.root).replace(/\/$/, '')}/${page}`),
  );
  return [...strings(app.pages), ...inPackages];
}

function checkTabs(app: Json, pages: string[], say: (message: string) => void): void {
  if (!isJson(app.tabBar)) return;
  const tabs = Array.isArray(app.tabBar.list) ? app.tabBar.list.filter(isJson) : [];
  if (tabs.length < 2 || tabs.length > 5) say('a tabBar has 2 to 5 items');
  for (const tab of tabs) {
    if (!pages.includes(String(tab.pagePath))) say(`tab ${String(tab.pagePath)} is not a page`);
  }
}

function lastPart(path: string): string {
  return path.split('/').pop() ?? path;
}
