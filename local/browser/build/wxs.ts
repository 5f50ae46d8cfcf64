const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[A-Za-z_$][\w$]*|\d[\w.]*|\s+|[\s\S]/g;
const BEFORE_REGEXP = /^(?:[([{,;:=!&|?+\-*%^~<>]|return|typeof|case|in|of)$/;
const REGEXP = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/;

/**
 * Writes WXS as the JavaScript that means the same: in WXS `x.constructor` is the name of the type,
 * and a required module is named with its ending.
 */
export function rewriteScript(source: string): string {
  const all = tokens(source);
  return all.map((token, index) => rewriteToken(token, all.slice(Math.max(0, index - 4), index))).join('');
}

function rewriteToken(token: string, before: string[]): string {
  if (token === 'constructor' && before.at(-1) === '.') return 'constructor?.name';
  const words = before.filter((word) => word.trim() !== '');
  const required = words.at(-1) === '(' && words.at(-2) === 'require';
  return required ? token.replace(/\.wxs(?=['"]$)/, '') : token;
}

function tokens(source: string): string[] {
  const found: string[] = [];
  let last = '(';
  for (let at = 0; at < source.length; ) {
    const token = regexpAt(source, at, last) ?? tokenAt(source, at);
    found.push(token);
    at += token.length;
    if (!/^(\s|\/\/|\/\*)/.test(token)) last = token;
  }
  return found;
}

function regexpAt(source: string, at: number, last: string): string | undefined {
  if (source[at] !== '/' || source[at + 1] === '/' || source[at + 1] === '*') return undefined;
  return BEFORE_REGEXP.test(last) ? REGEXP.exec(source.slice(at, at + 2000))?.[0] : undefined;
}

function tokenAt(source: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(source)?.[0] ?? source.slice(at);
}
