const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[A-Za-z_$][\w$]*|\d[\w.]*|\s+|[\s\S]/g;
const BEFORE_REGEXP = /^(?:[([{,;:=!&|?+\-*%^~<>]|return|typeof|case|in|of)$/;
const REGEXP = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/;

export const REQUIRED = /\brequire\(\s*['"]([^'"]+)['"]\s*\)/g;

/** WXS as the framework takes it: it knows its modules without their ending. */
export function runnableScript(source: string): string {
  return rewriteConstructors(source.replace(REQUIRED, (call) => call.replace(/\.wxs(?=['"])/, '')));
}

/** In WXS `x.constructor` is the name of the type; elsewhere it is a function. */
function rewriteConstructors(source: string): string {
  return tokens(source)
    .map((token, index, all) =>
      token === 'constructor' && all[index - 1] === '.' ? 'constructor?.name' : token,
    )
    .join('');
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
