/** The place of 我的 among the tabs. */
const index = 2;

/** `99+`, and nothing for none. */
export function countOf(unread: number): string {
  if (unread <= 0) return '';
  return unread > 99 ? '99+' : String(unread);
}

/** Marks the tab 我的 with how many notices have not been read; away from the tabs it does nothing. */
export function mark(unread: number): void {
  const text = countOf(unread);
  const done = text ? wx.setTabBarBadge({ index, text }) : wx.removeTabBarBadge({ index });
  void done.catch(() => undefined);
}
