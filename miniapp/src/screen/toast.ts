import { createContext, useContext } from 'react';

/** Says one short sentence that goes by itself. */
export type Say = (text: string) => void;
export const ToastContext = createContext<Say>(() => undefined);

let inView: Say = () => undefined;
/** The screen in view takes the word for what is said outside of any component. */
export function speaksNow(say: Say): void {
  inView = say;
}
/** Says it on whatever screen is in view. */
export const sayInView: Say = (text) => inView(text);

/** The toast of this screen: `const say = useToast(); say('已复制')`. */
export function useToast(): Say {
  return useContext(ToastContext);
}
