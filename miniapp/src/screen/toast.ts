import { createContext, useContext } from 'react';

/** Says one short sentence that goes by itself. */
export type Say = (text: string) => void;
export const ToastContext = createContext<Say>(() => undefined);

/** The toast of this screen: `const say = useToast(); say('已复制')`. */
export function useToast(): Say {
  return useContext(ToastContext);
}
