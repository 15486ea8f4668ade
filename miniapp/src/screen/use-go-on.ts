import { useEffect, useRef } from 'react';

/** The person pressed, was seen and is back: what they pressed for goes on, once. */
export function useGoOn(goesOn: boolean, submit: () => Promise<void>): void {
  const gone = useRef(false);
  useEffect(() => {
    if (!goesOn || gone.current) return;
    gone.current = true;
    void submit().finally(() => {
      gone.current = false;
    });
  });
}
