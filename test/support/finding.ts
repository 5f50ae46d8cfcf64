/// <reference lib="dom" />
/** Runs inside the page: what a person would find there. */

export interface Wanted {
  readonly words: string;
  /** Only what can be written into. */
  readonly field?: boolean;
}

/** The element people would touch for these words: seen, topmost, by its name or its text, whole. */
export function findWords({ words, field }: Wanted): Element | undefined {
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const ownText = (element: Element) =>
    [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE)
      ? plain(element.textContent)
      : '';
  const label = (element: Element) => plain(element.getAttribute('aria-label'));
  const all = [
    ...document.body.querySelectorAll(field ? 'input, textarea' : '*:not(script, style, select, option)'),
  ];
  const named = all.filter((element) => label(element) === words);
  const exact = all.filter((element) => ownText(element) === words);
  return [...named, ...exact].find((element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, top, width, height } = Element.prototype.getBoundingClientRect.call(element);
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
}

/** Whether these words can be read, or no more: as text, as a name, or in a field. */
export function readsWords({ words, gone }: { readonly words: string; readonly gone?: boolean }): boolean {
  const named = [...document.body.querySelectorAll('[aria-label], input, textarea')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const names = named.map((element) => {
    const { value = '' } = element as { value?: unknown };
    return `${element.getAttribute('aria-label') ?? ''}\n${String(value)}`;
  });
  const parts = [...document.body.querySelectorAll<HTMLElement>(':scope > :not(.ow-person)')];
  const all = [parts.map((part) => part.innerText.replace(/\s+/g, ' ')).join(' '), ...names];
  return all.some((text) => text.includes(words)) !== (gone === true);
}

/** All that stands there, for the sentence of a failure. */
export function readAll(): string {
  const parts = [...document.body.querySelectorAll<HTMLElement>(':scope > :not(.ow-person)')];
  return parts.map((part) => part.innerText.replace(/\s+/g, ' ')).join(' ');
}
