import { useCallback, useEffect, useRef, useState } from 'react';

/** What a tap may start. While a returned promise runs, further taps do nothing. */
export type Press = () => void | Promise<unknown>;

/** Guards a handler against the double tap: one run at a time; `busy` while a promise runs. */
export function useGuard(onPress: Press): { readonly busy: boolean; readonly press: () => void } {
  const running = useRef(false);
  const there = useRef(true);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const press = useCallback(() => {
    if (running.current) return;
    const result = onPress();
    if (!(result instanceof Promise)) return;
    running.current = true;
    setBusy(true);
    const free = (): void => {
      running.current = false;
      if (there.current) setBusy(false);
    };
    result.then(free, free);
  }, [onPress]);
  return { busy, press };
}
