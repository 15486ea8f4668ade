import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { takeFaceReturn } from './platform/face.ts';
import { dressDocument, takeUpdates } from './platform/launch.ts';
import { tellOfLostPages } from './screen/navigation.ts';
import { currentTheme } from './theme/theme.ts';
import './app.scss';

// Before Taro reads the address.
takeFaceReturn();

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    dressDocument(currentTheme());
    takeUpdates();
    tellOfLostPages();
  });
  return children;
}
