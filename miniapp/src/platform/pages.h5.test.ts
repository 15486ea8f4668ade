import { fetchAhead, onPageLost, pageCame } from './pages.h5.ts';

const triggered: unknown[] = [];
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { eventCenter: { trigger: (...told: unknown[]) => triggered.push(told) } } }));

const CHUNK = Object.assign(new Error('Loading chunk 513 failed.'), { name: 'ChunkLoadError' });
const listeners: ((event: unknown) => void)[] = [];
const addresses: unknown[] = [];
let loads = 0;

beforeEach(() => {
  loads = 0;
  const here = (): Promise<unknown>[] => {
    loads += 1;
    return [Promise.resolve({})];
  };
  const routes = [{ path: 'features/loan/pages/keep/index', load: here }, { path: 'features/loan/pages/combined/index', load: () => [Promise.reject(CHUNK)] }];
  Object.assign(globalThis, {
    window: {
      __taroAppConfig: { routes },
      history: { state: { key: 'k' }, replaceState: (...told: unknown[]) => addresses.push(told) },
      addEventListener: (_name: string, listener: (event: unknown) => void) => listeners.push(listener),
    },
  });
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

describe('the code of a page', () => {
  it('is here, with whatever query', async () => {
    await expect(pageCame('/features/loan/pages/keep/index?a=1')).resolves.toBe(true);
  });
  it('does not come without a network, and that is no exception', async () => {
    await expect(pageCame('/features/loan/pages/combined/index')).resolves.toBe(false);
  });
  it('of an unknown page is left to the router', async () => {
    await expect(pageCame('/pages/none/index')).resolves.toBe(true);
  });
  it('is fetched ahead', () => {
    fetchAhead(['/features/loan/pages/keep/index', '/features/loan/pages/combined/index']);
    expect(loads).toBe(1);
  });
});

describe('a page that was opened past us and does not come', () => {
  const event = (reason: unknown) => ({ reason, preventDefault: jest.fn() });
  it('leaves the address and the tab bar with the page in view', () => {
    onPageLost(() => '/features/account/pages/entries/index?accountId=a');
    const lost = event(CHUNK);
    listeners.at(-1)?.(lost);
    expect(lost.preventDefault).toHaveBeenCalled();
    expect(addresses).toEqual([[{ key: 'k' }, '', '#/features/account/pages/entries/index?accountId=a']]);
    expect(triggered).toEqual([['__taroRouterChange', { toLocation: { path: '/features/account/pages/entries/index' } }]]);
  });
  it('is not mistaken for any other trouble', () => {
    const told = jest.fn(() => '');
    onPageLost(told);
    const other = event(new Error('anything'));
    listeners.at(-1)?.(other);
    expect(told).not.toHaveBeenCalled();
    expect(other.preventDefault).not.toHaveBeenCalled();
  });
});
