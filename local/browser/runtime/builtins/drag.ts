/** Lets a mouse drag what a finger would scroll; `release` runs when it lets go after a drag. */
export function watchMouseDrag(element: HTMLElement, release: () => void): void {
  let from: { x: number; y: number; left: number; top: number } | undefined;
  let dragged = false;
  element.addEventListener('mousedown', (event) => {
    from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    dragged = false;
  });
  window.addEventListener('mousemove', (event) => {
    if (from === undefined || event.buttons !== 1) return;
    const [across, down] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(across) + Math.abs(down) < 5) return;
    dragged = true;
    element.style.scrollSnapType = 'none';
    element.scrollLeft = from.left - across;
    element.scrollTop = from.top - down;
  });
  window.addEventListener('mouseup', () => {
    if (from === undefined) return;
    from = undefined;
    element.style.scrollSnapType = '';
    if (dragged) release();
  });
}
