import Taro from '@tarojs/taro';
import type { ReactNode } from 'react';
import { NavBar } from '../ui/index.ts';

export interface ChromeProps {
  readonly title: string;
  /** A tab page: no way back. */
  readonly tab?: boolean;
  /** At the right of the header. */
  readonly aside?: ReactNode;
}

function back(): void {
  if (Taro.getCurrentPages().length > 1) {
    void Taro.navigateBack();
    return;
  }
  void Taro.switchTab({ url: '/pages/home/index' });
}

/** The header of a page, which the browser does not draw. */
export function Chrome({ title, tab = false, aside }: ChromeProps) {
  return tab ? <NavBar title={title} align="left" aside={aside} /> : <NavBar title={title} onBack={back} aside={aside} />;
}
