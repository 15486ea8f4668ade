import Taro from '@tarojs/taro';
import type { DeviceStore } from './ports.ts';

/** What the phone would not take, because it is full: kept until the app closes, or a wish asked again would be another wish. */
const spare = new Map<string, string>();

/** What the mini-program keeps on this phone. */
export const storage: DeviceStore = {
  get: (key) => {
    const value: unknown = spare.get(key) ?? Taro.getStorageSync(key);
    return typeof value === 'string' && value !== '' ? value : null;
  },
  set: (key, value) => {
    try {
      Taro.setStorageSync(key, value);
      spare.delete(key);
    } catch {
      spare.set(key, value);
    }
  },
  remove: (key) => {
    spare.delete(key);
    Taro.removeStorageSync(key);
  },
  keys: () => [...new Set([...Taro.getStorageInfoSync().keys, ...spare.keys()])],
};

/** WeChat has one window: nothing else changes what is kept. */
export function onStorageChange(_told: (key: string) => void): () => void {
  return () => undefined;
}
