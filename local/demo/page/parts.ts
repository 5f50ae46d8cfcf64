/** An element the page's HTML has; a missing one is a mistake of ours. */
export function part<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

/** A button that rests stays in reach of the keyboard and says so; its taps do nothing. */
export function rest(button: HTMLElement, resting: boolean): void {
  button.setAttribute('aria-disabled', String(resting));
}

export function onPress(button: HTMLElement, act: () => unknown): void {
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') act();
  });
}

/** Says what went wrong above the phones; nothing is said with an empty sentence. */
export function complain(sentence: string): void {
  const place = part('failure', HTMLParagraphElement);
  place.textContent = sentence;
  place.hidden = sentence === '';
}
