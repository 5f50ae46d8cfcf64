export type Route = { path: string; query: Record<string, string> };

/** Reads an in-app address, relative ones seen from the page they are written on. */
export function parseRoute(url: string, from = ''): Route {
  const [rawPath = '', rawQuery = ''] = url.split('?');
  const path = rawPath.startsWith('/') ? rawPath.slice(1) : joined(from, rawPath);
  return { path: path.replace(/\.html$/, ''), query: parseQuery(rawQuery) };
}

export function writeRoute({ path, query }: Route): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `/${path}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

/** Values stay encoded, as they do in WeChat's onLoad. */
function parseQuery(text: string): Record<string, string> {
  const pairs = text.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function joined(from: string, target: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
