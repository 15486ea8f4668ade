import Taro from '@tarojs/taro';

/** Where the front door is, from the build. */
export const apiOrigin = ANJU_API_ORIGIN;

/** A new version is taken at the next start, never in the middle of a form. */
export function takeUpdates(): void {
  const manager = Taro.getUpdateManager?.();
  manager?.onUpdateFailed(() => undefined);
}

/** WeChat draws the header itself. */
export function titleOf(title: string): void {
  void Taro.setNavigationBarTitle({ title }).catch(() => undefined);
}

/** The page's own root carries the theme. */
export function dressDocument(_theme: string): void {}
