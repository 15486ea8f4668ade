import Taro from '@tarojs/taro';

interface BaseInfo {
  readonly fontSizeSetting?: number;
  readonly fontSizeScaleFactor?: number;
}

/** How much larger than usual the person has set the text of WeChat: 1 is usual (16 in WeChat's own setting). */
export function textScale(): number {
  const info = (Taro.getAppBaseInfo?.() ?? {}) as BaseInfo;
  if (info.fontSizeScaleFactor !== undefined) return info.fontSizeScaleFactor;
  return (info.fontSizeSetting ?? 16) / 16;
}
