/** Where the page area lies in the window: below the navigation bar, above the tab bar. */
export function frameOrigin(): { left: number; top: number; width: number; height: number } {
  const area = document.querySelector('.ow-pages')?.getBoundingClientRect();
  return {
    left: area?.left ?? 0,
    top: area?.top ?? 0,
    width: area?.width ?? window.innerWidth,
    height: area?.height ?? window.innerHeight,
  };
}
