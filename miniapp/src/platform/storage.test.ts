import { storage as h5 } from './storage.h5.ts';
import { storage as weapp } from './storage.weapp.ts';

/** What the phone holds; `full` refuses every write. */
const phone = { kept: new Map<string, string>(), full: false };
function write(key: string, value: string): void {
  if (phone.full) throw new Error('full');
  phone.kept.set(key, value);
}
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => phone.kept.get(key) ?? '',
    setStorageSync: write,
    removeStorageSync: (key: string) => void phone.kept.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.kept.keys()] }),
  },
}));

beforeEach(() => {
  phone.kept.clear();
  phone.full = false;
  const localStorage = { getItem: (key: string) => phone.kept.get(key) ?? null, setItem: write, removeItem: (key: string) => void phone.kept.delete(key) };
  Object.assign(globalThis, { window: { localStorage } });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

describe.each([['WeChat', weapp], ['a browser', h5]])('what %s keeps', (_name, storage) => {
  afterEach(() => storage.remove('wish:k'));
  it('is there again, and gone when removed', () => {
    storage.set('wish:k', 'one');
    expect(storage.get('wish:k')).toBe('one');
    storage.remove('wish:k');
    expect(storage.get('wish:k')).toBeNull();
  });
  it('stays while the app runs when the phone is full, and goes before what is stored', () => {
    storage.set('wish:k', 'one');
    phone.full = true;
    storage.set('wish:k', 'two');
    expect(storage.get('wish:k')).toBe('two');
    storage.remove('wish:k');
    expect(storage.get('wish:k')).toBeNull();
  });
  it('is written again once there is room', () => {
    phone.full = true;
    storage.set('wish:k', 'one');
    phone.full = false;
    storage.set('wish:k', 'two');
    expect([...phone.kept.values()]).toEqual(['two']);
    expect(storage.get('wish:k')).toBe('two');
  });
});

it('what only memory holds is named too: signing out forgets it', () => {
  phone.full = true;
  weapp.set('wish:k', 'one');
  expect(weapp.keys()).toEqual(['wish:k']);
  weapp.remove('wish:k');
});
