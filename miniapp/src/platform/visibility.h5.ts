/** Whether the person can see the app now. */
export function isVisible(): boolean {
  return document.visibilityState !== 'hidden';
}

/** Tells each change of visibility and network. Returns how to stop. */
export function onReturn(told: () => void): () => void {
  const listen = (): void => told();
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('online', listen);
  window.addEventListener('offline', listen);
  return () => {
    document.removeEventListener('visibilitychange', listen);
    window.removeEventListener('online', listen);
    window.removeEventListener('offline', listen);
  };
}

/** False when the device itself says that it has no network. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** The same, for who waits for it: a browser's answer is never old. */
export const askOnline = (): Promise<boolean> => Promise.resolve(isOnline());
