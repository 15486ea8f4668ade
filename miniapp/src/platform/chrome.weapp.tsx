import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

export interface ChromeProps {
  readonly title: string;
  readonly tab?: boolean;
  /** At the right, in a line below the header that WeChat draws. */
  readonly aside?: ReactNode;
}

/** WeChat draws the header of a page itself; what stands beside the title gets a line of its own. */
export function Chrome({ aside }: ChromeProps) {
  return aside === undefined || aside === null ? null : <View className="a-nav__below">{aside}</View>;
}
