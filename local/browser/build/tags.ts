/** Tags a page may write without listing them in usingComponents. */
export const builtIns: ReadonlySet<string> = new Set(
  [
    'view text image icon button input textarea form label switch checkbox checkbox-group radio radio-group',
    'slider picker picker-view picker-view-column scroll-view swiper swiper-item navigator progress rich-text',
    'block slot template import include wxs page-meta root-portal video map cover-view cover-image span',
  ]
    .join(' ')
    .split(' '),
);

export type Tag = { name: string; attributes: Map<string, string>; offset: number };

const TAG =
  /<!--[\s\S]*?-->|<wxs\b([^>]*?[^/])?>[\s\S]*?<\/wxs>|<([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([\w:@-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** The opening tags of a WXML source, in order; comments and WXS bodies are passed over. */
export function scanTags(source: string): Tag[] {
  const tags: Tag[] = [];
  for (const match of source.matchAll(TAG)) {
    const name = match[2];
    if (name === undefined) continue;
    tags.push({ name, attributes: scanAttributes(match[3] ?? ''), offset: match.index });
  }
  return tags;
}

function scanAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of source.matchAll(ATTRIBUTE)) {
    if (name !== undefined) attributes.set(name, double ?? single ?? '');
  }
  return attributes;
}
