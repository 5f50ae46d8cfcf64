import { make } from '../dom.ts';

type Sheet = { panel: HTMLElement; close: () => void };

type Options = { kind: string; label: string; dismiss?: () => void };

/** Something the phone lays over the page: it takes the focus, closes on Escape and on the shade. */
export function openSheet({ kind, label, dismiss }: Options): Sheet {
  const shade = make('div', `ow-shade ow-${kind}-shade`);
  const panel = make('div', `ow-sheet ow-${kind}`, '', {
    role: 'dialog',
    'aria-modal': 'true',
    'aria-label': label,
  });
  const before = document.activeElement;
  panel.tabIndex = -1;
  shade.append(panel);
  document.body.append(shade);
  panel.focus();
  const close = () => {
    shade.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  shade.addEventListener('click', (event) => {
    if (event.target === shade) dismiss?.();
  });
  shade.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss?.();
    if (event.key === 'Tab') keepInside(event, panel);
  });
  return { panel, close };
}

function keepInside(event: KeyboardEvent, panel: HTMLElement): void {
  const stops = [...panel.querySelectorAll<HTMLElement>('button, input, textarea, a[href], [tabindex="0"]')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = event.shiftKey ? at - 1 : at + 1;
  event.preventDefault();
  stops.at(next % Math.max(1, stops.length))?.focus();
}
