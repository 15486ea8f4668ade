import { createContext, useContext } from 'react';

/** One switch hides every amount on every page. */
export interface Eye {
  readonly open: boolean;
  toggle(): void;
}
export const EyeContext = createContext<Eye>({ open: true, toggle: () => undefined });

/** Whether amounts are shown, and the switch. */
export function useEye(): Eye {
  return useContext(EyeContext);
}
