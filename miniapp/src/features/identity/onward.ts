import Taro from '@tarojs/taro';
import { goBack, goReplace, goTab, PATHS } from '../../screen/index.ts';
import { wayTo } from './onward.way.ts';

export { isRealName, nextOf } from './onward.way.ts';

/** On to where the person came from. */
export function goOn(next: string | undefined): void {
  const pages = Taro.getCurrentPages();
  const page = pages[pages.length - 2];
  const before = page?.route ?? page?.path;
  const way = wayTo(next, before ?? undefined);
  if (way === 'back') return goBack();
  if (way === 'home' || next === undefined) return goTab(PATHS.home);
  goReplace(next);
}
