import Taro from '@tarojs/taro';
import type { DeviceStore } from './ports.ts';

/** What the mini-program keeps on this phone. */
export const storage: DeviceStore = {
  get: (key) => {
    const value: unknown = Taro.getStorageSync(key);
    return typeof value === 'string' && value !== '' ? value : null;
  },
  set: (key, value) => {
    try {
      Taro.setStorageSync(key, value);
    } catch {
      // Full: what is kept here is only a convenience.
    }
  },
  remove: (key) => Taro.removeStorageSync(key),
  keys: () => Taro.getStorageInfoSync().keys,
};

/** WeChat has one window: nothing else changes what is kept. */
export function onStorageChange(_told: (key: string) => void): () => void {
  return () => undefined;
}
