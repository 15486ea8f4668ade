import Taro from '@tarojs/taro';

/** What stays in view above it, in px. */
const ABOVE_PX = 120;

/** Scrolls the page to what has just come to be, clear of what stands at the foot. @param id of the element */
export function bringIntoView(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -ABOVE_PX, duration: 200 }).catch(() => undefined);
}
