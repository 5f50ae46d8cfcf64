import { framed } from '../world.ts';

let leaving = false;
let waiting: (() => void)[] = [];

/** Several framed phones share one history, so only a phone of its own adds to it. */
export function record(url: string, depth: number): void {
  if (framed) writeHere(url, depth);
  else afterLeaving(() => window.history.pushState({ depth }, '', `#${url}`));
}

export function writeHere(url: string, depth: number): void {
  afterLeaving(() => {
    if (window.location.hash.slice(1) !== url) window.history.replaceState({ depth }, '', `#${url}`);
  });
}

/** Goes back in the browser by as many entries as the app went back. */
export function goBack(count: number): void {
  if (framed || count < 1) return;
  leaving = true;
  window.history.go(-count);
}

/** Calls back when the user, and not the app, moved in the history. */
export function watchHistory(moved: (url: string, depth: number) => void): void {
  window.addEventListener('popstate', ({ state }) => {
    const own = leaving;
    leaving = false;
    for (const act of waiting.splice(0)) act();
    if (!own) moved(window.location.hash.slice(1), (state as { depth?: number } | null)?.depth ?? 0);
  });
}

/** The browser goes back in its own time; what is written meanwhile waits for it. */
function afterLeaving(act: () => void): void {
  if (leaving) waiting = [...waiting, act];
  else act();
}
