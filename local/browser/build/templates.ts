import { createRequire } from 'node:module';
import type { Report } from './diagnostics.ts';
import { lineAt } from './diagnostics.ts';
import { isOwn, readText, resolvePath } from './places.ts';
import type { Unit } from './project.ts';
import { scanTags, type Tag } from './tags.ts';
import { rewriteScript } from './wxs.ts';

type Problem = { isError: boolean; message: string; path: string; startLine: number };
type Group = {
  addTmpl(path: string, source: string): Problem[];
  addScript(path: string, source: string): void;
  getDirectDependencies(path: string): string[];
  getScriptDependencies(path: string): string[];
  getInlineScriptModuleNames(path: string): string[];
  getInlineScript(path: string, name: string): string;
  setInlineScript(path: string, name: string, source: string): void;
  setExtraRuntimeScript(source: string): void;
  getTmplGenObjectGroups(): string;
  free(): void;
};
const { TmplGroup } = createRequire(`${process.cwd()}/package.json`)('glass-easel-template-compiler') as {
  TmplGroup: new () => Group;
};

/** Lets the runtime stand between a template and its handlers, and gives WXS its two globals. */
const HOOKS = `Q.A=globalThis.__onewhistle.observe;Q.C=globalThis.__onewhistle.listen;
var getRegExp=(pattern,flags)=>new RegExp(pattern,flags),getDate=(...parts)=>new Date(...parts);`;

export type Templates = {
  code: string;
  tags: Map<string, Tag[]>;
  /** A unit's own template first, then every template it imports or includes. */
  reach: (path: string) => string[];
};

export function compileTemplates(root: string, units: Iterable<Unit>, report: Report): Templates {
  const group = new TmplGroup();
  const tags = new Map<string, Tag[]>();
  const imports = new Map<string, string[]>();
  const scripts = new Set<string>();
  group.setExtraRuntimeScript(HOOKS);
  for (const { path } of units) addTemplate(path);
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { code, tags, reach: (path) => reachable(path, imports) };

  function addTemplate(path: string): void {
    if (tags.has(path)) return;
    const source = readText(root, `${path}.wxml`) ?? '';
    const file = `${path}.wxml`;
    tags.set(path, scanTags(source));
    for (const problem of group.addTmpl(path, source)) {
      if (isOwn(path) || problem.isError) report(file, problem.startLine + 1, problem.message);
    }
    const reached = group.getDirectDependencies(path);
    imports.set(path, reached);
    for (const target of reached) {
      if (readText(root, `${target}.wxml`) === undefined) {
        report(file, lineOf(source, target), `template ${target}.wxml is missing`);
      } else addTemplate(target);
    }
    rewriteInlineScripts(path);
    for (const target of group.getScriptDependencies(path)) addScript(target, file, lineOf(source, target));
  }

  function rewriteInlineScripts(path: string): void {
    for (const name of group.getInlineScriptModuleNames(path)) {
      const source = group.getInlineScript(path, name);
      group.setInlineScript(path, name, rewriteScript(source));
      addRequired(path, source, `${path}.wxml`);
    }
  }

  function addScript(path: string, file: string, line: number): void {
    if (scripts.has(path)) return;
    scripts.add(path);
    const source = readText(root, `${path}.wxs`);
    if (source === undefined) {
      report(file, line, `script ${path}.wxs is missing`);
      return;
    }
    group.addScript(path, rewriteScript(source));
    addRequired(path, source, `${path}.wxs`);
  }

  function addRequired(path: string, source: string, file: string): void {
    for (const match of source.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)) {
      const target = resolvePath(path, match[1] ?? '').replace(/\.wxs$/, '');
      addScript(target, file, lineAt(source, match.index));
    }
  }
}

function lineOf(source: string, target: string): number {
  return lineAt(source, source.indexOf(target.split('/').pop() ?? target));
}

function reachable(path: string, imports: Map<string, string[]>): string[] {
  const seen = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const next of imports.get(at) ?? []) visit(next);
  };
  visit(path);
  return [...seen];
}
