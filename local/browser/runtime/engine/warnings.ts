import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { tell } from '../pages/app.ts';
import { isComponent } from './nodes.ts';

/** An error in a handler or a lifetime stops nothing else; the console and the app hear of it. */
export function watchErrors(): void {
  glassEasel.addGlobalErrorListener((error, method, related) => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    console.error(`${isComponent(related) ? related.is : ''} ${method ?? ''}: ${words}`.trim());
    tell('error', words);
    return false;
  });
}

/** A library's templates may name properties that only newer WeChat knows; our own may not. */
export function watchWarnings(): void {
  glassEasel.addGlobalWarningListener((message, related, node) => {
    const at = isComponent(related) ? related : node;
    const path = isComponent(at) ? at.is : String(related);
    if (path.startsWith('miniprogram_npm/') || message.includes('"miniprogram_npm/') || isIgnored(message))
      return false;
    console.warn(path === '' ? message : `${path}: ${message}`);
    return false;
  });
}

/** In WeChat a list may be a number, a property may be given nothing, and every component takes aria-* and what is about hovering. */
function isIgnored(message: string): boolean {
  if (message.startsWith('Use number as for-list') || message.includes('but get null value')) return true;
  return /^"(aria[A-Z]\w*|role|tabindex|hidden|hover\w*)" is not a valid property/.test(message);
}
