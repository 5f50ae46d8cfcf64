/** rem counts from the document, which all pages share: the one that is shown says how large it is. */
export function showRootFont(page: HTMLElement | null): void {
  document.documentElement.style.fontSize = page?.dataset.rootFont ?? '';
}
