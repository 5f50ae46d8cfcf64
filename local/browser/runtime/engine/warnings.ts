import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { isComponent } from './nodes.ts';

/** A library's templates may name properties that only newer WeChat knows; our own may not. */
export function watchWarnings(): void {
  glassEasel.addGlobalWarningListener((message, related, node) => {
    const path = isComponent(related) ? related.is : String(related);
    if (path.startsWith('miniprogram_npm/') || message.includes('"miniprogram_npm/') || isIgnored(message))
      return false;
    console.warn(
      `${path}: ${message}${node === undefined ? '' : ` (${(node as { is?: string }).is ?? ''})`}`,
    );
    return false;
  });
}

/** In WeChat a list may be a number, a property may be given nothing, and every component takes aria-* and what is about hovering. */
function isIgnored(message: string): boolean {
  if (message.startsWith('Use number as for-list') || message.includes('but get null value')) return true;
  return /^"(aria[A-Z]\w*|role|tabindex|hidden|hover\w*)" is not a valid property/.test(message);
}
