import { readFileSync } from 'node:fs';
import postcss, { type AtRule, type Declaration, type Root, type Rule } from 'postcss';
import type { Report } from './diagnostics.ts';
import { iconStyles } from './icons.ts';
import { isOwn, readText, resolvePath } from './places.ts';
import type { Project, Unit } from './project.ts';
import { type Scope, scopeSelector } from './selectors.ts';

const SHARED: Scope = {};

/** All WXSS of the project as one CSS text: app, then components, then pages. */
export function compileStyles(root: string, project: Project, report: Report): string {
  const units = [...project.units.values()];
  const ordered = [...units.filter((unit) => !unit.page), ...units.filter((unit) => unit.page)];
  return ['app', ...ordered.map((unit) => unit.path)]
    .map((path) => compileSheet(root, path, scopeOf(project.units.get(path)), report))
    .filter((text) => text.trim() !== '')
    .join('\n');
}

function scopeOf(unit: Unit | undefined): Scope {
  if (unit === undefined) return SHARED;
  const prefix = scopeName(unit);
  return { ...(unit.page ? { page: unit.path } : {}), ...(prefix === undefined ? {} : { prefix }) };
}

type Isolation = 'isolated' | 'apply-shared' | 'shared';

/** WeChat reads it from the JSON or from the script's options; a page shares unless it says otherwise. */
export function isolationOf(unit: Unit): Isolation {
  const written = String(unit.json.styleIsolation ?? isolationInScript(unit) ?? (unit.page ? 'shared' : ''));
  if (/^(page-)?apply-shared$/.test(written) || unit.json.addGlobalClass === true) return 'apply-shared';
  return /^(page-)?shared$/.test(written) ? 'shared' : 'isolated';
}

function isolationInScript(unit: Unit): string | undefined {
  if (unit.script === undefined || !isOwn(unit.path)) return undefined;
  const source = readFileSync(unit.script, 'utf8');
  if (/\baddGlobalClass:\s*true/.test(source)) return 'apply-shared';
  return /\bstyleIsolation:\s*['"]([\w-]+)['"]/.exec(source)?.[1];
}

export function scopeName(unit: Unit): string | undefined {
  return isolationOf(unit) === 'shared'
    ? undefined
    : unit.path.replace(/^miniprogram_npm\/tdesign-miniprogram/, 't').replace(/\W+/g, '-');
}

function compileSheet(root: string, path: string, scope: Scope, report: Report): string {
  const sheet = readSheet(root, `${path}.wxss`, new Set(), report);
  if (sheet === undefined) return '';
  if (path.endsWith('tdesign-miniprogram/icon/icon')) useOwnIcons(sheet);
  sheet.walkDecls(convertUnits);
  sheet.walkRules((rule) => {
    if (!insideKeyframes(rule)) rule.selector = scopeSelector(rule.selector, scope);
  });
  return sheet.toString();
}

function readSheet(root: string, path: string, seen: Set<string>, report: Report): Root | undefined {
  const text = readText(root, path);
  if (text === undefined || seen.has(path)) return undefined;
  seen.add(path);
  try {
    const sheet = postcss.parse(text, { from: path });
    if (isOwn(path)) sheet.walkDecls((declaration) => refuseLocalImage(path, declaration, report));
    sheet.walkAtRules('import', (rule) => replaceImport(root, path, rule, seen, report));
    return sheet;
  } catch (error) {
    const { line, reason } = error as { line?: number; reason?: string };
    report(path, line ?? 1, reason ?? String(error));
    return undefined;
  }
}

function replaceImport(root: string, path: string, rule: AtRule, seen: Set<string>, report: Report): void {
  const target = resolvePath(path, /['"]([^'"]+)['"]/.exec(rule.params)?.[1] ?? '');
  if (readText(root, target) === undefined) {
    report(path, rule.source?.start?.line ?? 1, `style ${target} is missing`);
    rule.remove();
  } else rule.replaceWith(readSheet(root, target, seen, report)?.nodes ?? []);
}

function convertUnits(declaration: Declaration): void {
  declaration.value = declaration.value
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_, size: string) => `${Number((Number(size) / 7.5).toFixed(4))}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, (_, size: string) => `calc(var(--page-vh) * ${size})`);
}

function refuseLocalImage(path: string, declaration: Declaration, report: Report): void {
  if (/url\(\s*(?!['"]?(?:data:|https?:|#))/.test(declaration.value)) {
    report(path, declaration.source?.start?.line ?? 1, 'WXSS cannot use a local image or font');
  }
}

function insideKeyframes(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name);
}

function useOwnIcons(sheet: Root): void {
  sheet.walkAtRules('font-face', (rule) => {
    rule.remove();
  });
  sheet.walkRules(/^\.t-icon-[\w-]+:before$/, (rule) => {
    rule.remove();
  });
  sheet.append(postcss.parse(iconStyles()).nodes);
}
