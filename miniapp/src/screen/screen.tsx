import { View } from '@tarojs/components';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { hideFromCapture } from '../platform/capture.ts';
import { Chrome } from '../platform/chrome.tsx';
import { dressDocument, titleOf } from '../platform/launch.ts';
import { PrivacyGate } from '../platform/privacy.tsx';
import { useTheme } from '../theme/theme.ts';
import { aria, classNames, EyeContext, Toast } from '../ui/index.ts';
import { speaksNow, ToastContext } from './toast.ts';

export interface ScreenProps {
  readonly title: string;
  /** A tab page: title at the left, no way back. */
  readonly tab?: boolean;
  /** Stays in view at the foot: the one primary button. */
  readonly foot?: ReactNode;
  /** At the right of the header. */
  readonly aside?: ReactNode;
  /** Shows amounts or names: hidden from screenshots where the platform can. */
  readonly sensitive?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

const TOAST_MS = 2600;

/** The frame of every page: version, header, eye, toast, consent. */
export function Screen({ title, tab = false, aside, foot, sensitive = false, className, children }: ScreenProps) {
  const { theme, eyeOpen, setEyeOpen } = useTheme();
  const [said, setSaid] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const say = useCallback((text: string) => {
    if (timer.current !== null) clearTimeout(timer.current);
    setSaid(text);
    timer.current = setTimeout(() => setSaid(null), TOAST_MS);
  }, []);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  useEffect(() => titleOf(title), [title]);
  useEffect(() => dressDocument(theme), [theme]);
  useEffect(() => speaksNow(say), [say]);
  useDidShow(() => {
    speaksNow(say);
    titleOf(title);
    if (sensitive) hideFromCapture(true);
  });
  useDidHide(() => {
    if (sensitive) hideFromCapture(false);
  });
  const eye = useMemo(() => ({ open: eyeOpen, toggle: () => setEyeOpen(!eyeOpen) }), [eyeOpen, setEyeOpen]);
  return (
    <EyeContext.Provider value={eye}>
      <ToastContext.Provider value={say}>
        <View className={classNames('a-screen', `theme-${theme}`, tab && 'a-screen--tab', className)}>
          <Chrome title={title} tab={tab} aside={aside} />
          <View className="a-screen__main" {...aria({ role: 'main' })}>{children}</View>
          {foot === undefined || foot === null ? null : <View className="a-screen__foot">{foot}</View>}
          <Toast text={said} />
          <PrivacyGate />
        </View>
      </ToastContext.Provider>
    </EyeContext.Provider>
  );
}
