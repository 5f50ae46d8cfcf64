import { changeTab, changeTabStyle, clearTabMark, markTab, setTabBarHidden } from '../chrome/tab-bar.ts';
import { drawBars } from '../pages/stack.ts';
import { textOf } from '../world.ts';
import { type Options, wxCalls } from './call.ts';

function redrawn(act: (options: Options) => void): (options: Options) => void {
  return (options) => {
    act(options);
    drawBars();
  };
}

export const tabBar = wxCalls({
  setTabBarItem: redrawn(({ index, success: _, fail: __, complete: ___, ...item }) =>
    changeTab(Number(index), item),
  ),
  setTabBarStyle: redrawn(({ success: _, fail: __, complete: ___, ...style }) => changeTabStyle(style)),
  setTabBarBadge: redrawn(({ index, text }) => markTab(Number(index), { badge: textOf(text) })),
  removeTabBarBadge: redrawn(({ index }) => clearTabMark(Number(index), 'badge')),
  showTabBarRedDot: redrawn(({ index }) => markTab(Number(index), { dot: true })),
  hideTabBarRedDot: redrawn(({ index }) => clearTabMark(Number(index), 'dot')),
  showTabBar: redrawn(() => setTabBarHidden(false)),
  hideTabBar: redrawn(() => setTabBarHidden(true)),
});
