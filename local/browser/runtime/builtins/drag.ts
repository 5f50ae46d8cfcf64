/** Lets a mouse drag what a finger would scroll; `release` runs when it lets go after a drag. */
export function watchMouseDrag(element: HTMLElement, release: () => void): void {
  element.addEventListener('mousedown', ({ clientX, clientY }) => {
    const { scrollLeft, scrollTop } = element;
    let dragged = false;
    const move = (event: MouseEvent) => {
      const [across, down] = [event.clientX - clientX, event.clientY - clientY];
      if (event.buttons !== 1 || Math.abs(across) + Math.abs(down) < 5) return;
      dragged = true;
      element.style.scrollSnapType = 'none';
      element.scrollLeft = scrollLeft - across;
      element.scrollTop = scrollTop - down;
    };
    const letGo = () => {
      window.removeEventListener('mousemove', move);
      element.style.scrollSnapType = '';
      if (dragged) release();
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', letGo, { once: true });
  });
}
