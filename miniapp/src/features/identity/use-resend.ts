import { useEffect, useState } from 'react';
import { now } from '../../api/api.ts';

/** Seconds until another code may be asked for; counts down by the phone's clock, so that a locked screen does not stop it. */
export function useResend(): { readonly left: number; start(seconds: number): void } {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((until - now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) setUntil(0);
    }, 500);
    return () => clearInterval(timer);
  }, [until]);
  const start = (seconds: number): void => {
    setLeft(seconds);
    setUntil(now() + seconds * 1000);
  };
  return { left, start };
}
