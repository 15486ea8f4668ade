import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { faceReturn } from './platform/face.ts';
import { dressDocument, takeUpdates } from './platform/launch.ts';
import { goReplace, tellOfLostPages } from './screen/navigation.ts';
import { currentTheme } from './theme/theme.ts';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    dressDocument(currentTheme());
    takeUpdates();
    tellOfLostPages();
    const back = faceReturn();
    // After the first page stands: Taro opens it by itself.
    if (back !== null) setTimeout(() => goReplace(back), 0);
  });
  return children;
}
