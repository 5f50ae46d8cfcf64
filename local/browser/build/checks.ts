import { readFileSync } from 'node:fs';
import type { Report } from './diagnostics.ts';
import { lineAt } from './diagnostics.ts';
import { iconNames } from './icons.ts';
import { stringMap } from './json.ts';
import { isOwn, readText } from './places.ts';
import type { Unit } from './project.ts';
import { builtIns, type Tag } from './tags.ts';
import type { Templates } from './templates.ts';

const ICON_ATTRIBUTES = ['icon', 'prefix-icon', 'suffix-icon', 'left-icon', 'right-icon', 'expand-icon'];
const HANDLER = /^(?:capture-)?(?:mut-)?(?:bind|catch):?([\w-]+)$/;

/** What the template compiler cannot know: components that are not there, icons, handlers. */
export function checkTemplates(
  root: string,
  units: Map<string, Unit>,
  templates: Templates,
  report: Report,
): void {
  for (const unit of units.values()) {
    if (!isOwn(unit.path)) continue;
    const script = unit.script === undefined ? '' : readFileSync(unit.script, 'utf8');
    const known = knownTags(unit);
    for (const path of templates.reach(unit.path)) {
      const source = readText(root, `${path}.wxml`) ?? '';
      for (const tag of templates.tags.get(path) ?? []) {
        const say = (message: string) => report(`${path}.wxml`, lineAt(source, tag.offset), message);
        if (!known.has(tag.name)) say(`unknown component <${tag.name}>`);
        checkIcons(tag, unit, say);
        if (path === unit.path) checkHandlers(tag, script, say);
      }
    }
  }
}

/** A listed component that is missing has been told of where it is listed. */
function knownTags({ json, using }: Unit): ReadonlySet<string> {
  const listed = [json.usingComponents, json.componentGenerics].flatMap((part) =>
    Object.keys(stringMap(part)),
  );
  return new Set([...builtIns, ...Object.keys(using), ...listed]);
}

function checkIcons(tag: Tag, unit: Unit, say: (message: string) => void): void {
  const target = unit.using[tag.name] ?? '';
  if (!target.startsWith('/miniprogram_npm/tdesign-miniprogram/')) return;
  const names = target.endsWith('/icon/icon') ? ['name'] : ICON_ATTRIBUTES;
  for (const name of names) {
    const icon = tag.attributes.get(name);
    if (icon === undefined || !/^[a-z][a-z0-9-]*$/.test(icon)) continue;
    if (!iconNames.has(icon) && !isKeyword(icon)) say(`unknown icon "${icon}"`);
  }
}

function isKeyword(icon: string): boolean {
  return ['true', 'false', 'circle', 'line', 'rectangle', 'none', 'slot'].includes(icon);
}

function checkHandlers(tag: Tag, script: string, say: (message: string) => void): void {
  if (/\bbehaviors\b|\.\.\./.test(script)) return;
  for (const [name, handler] of tag.attributes) {
    if (!HANDLER.test(name) || !/^[A-Za-z_$][\w$]*$/.test(handler)) continue;
    if (!new RegExp(`(?<![\\w$])${handler.replaceAll('$', '\\$')}(?![\\w$])`).test(script)) {
      say(`${name}="${handler}" names no method`);
    }
  }
}
