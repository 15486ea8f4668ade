import Taro from '@tarojs/taro';

let visible = true;
let online = true;
let watching = false;
const told = new Set<() => void>();

function watch(): void {
  if (watching) return;
  watching = true;
  const tell = (): void => told.forEach((one) => one());
  Taro.onAppShow(() => {
    visible = true;
    tell();
  });
  Taro.onAppHide(() => {
    visible = false;
    tell();
  });
  Taro.onNetworkStatusChange((status) => {
    online = status.isConnected;
    tell();
  });
}

/** Whether the person can see the app now. */
export function isVisible(): boolean {
  return visible;
}

/** Tells each change of visibility and network. Returns how to stop. */
export function onReturn(listener: () => void): () => void {
  watch();
  told.add(listener);
  return () => {
    told.delete(listener);
  };
}

/** False when the phone itself says that it has no network. */
export function isOnline(): boolean {
  return online;
}
