import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';

/**
 * Opens another page only from a page that is in view: at once, or when it is shown again; never from one the person has left.
 * @returns takes the work; false: they have left, and it is not done
 */
export function useInView(): (work: () => void) => boolean {
  const page = useRef<{ there: boolean; shown: boolean; work: (() => void) | null }>({ there: true, shown: true, work: null });
  useDidShow(() => {
    const { work } = page.current;
    Object.assign(page.current, { shown: true, work: null });
    work?.();
  });
  useDidHide(() => {
    page.current.shown = false;
  });
  useEffect(() => {
    const here = page.current;
    here.there = true;
    return () => {
      here.there = false;
    };
  }, []);
  return useCallback((work: () => void) => {
    const { there, shown } = page.current;
    if (there && shown) work();
    else if (there) page.current.work = work;
    return there;
  }, []);
}
