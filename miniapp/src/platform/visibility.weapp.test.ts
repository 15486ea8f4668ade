import { askOnline, isOnline, isVisible, onReturn } from './visibility.weapp.ts';

const mockPhone = { show: (): void => undefined, hide: (): void => undefined, network: (_status: { isConnected: boolean }): void => undefined, asked: 0, answer: (): Promise<{ networkType: string }> => Promise.resolve({ networkType: 'wifi' }) };
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    onAppShow: (work: () => void) => { mockPhone.show = work; },
    onAppHide: (work: () => void) => { mockPhone.hide = work; },
    onNetworkStatusChange: (work: (status: { isConnected: boolean }) => void) => { mockPhone.network = work; },
    getNetworkType: () => {
      mockPhone.asked += 1;
      return mockPhone.answer();
    },
  },
}));
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const has = (networkType: string) => () => Promise.resolve({ networkType });

let told = 0;
let stop = (): void => undefined;
beforeEach(() => {
  stop = onReturn(() => { told += 1; });
  mockPhone.network({ isConnected: true });
  Object.assign(mockPhone, { asked: 0, answer: has('wifi') });
  told = 0;
});
afterEach(() => stop());

describe('the network of the phone', () => {
  it('that came back in the background is known when the app is shown, and told', async () => {
    mockPhone.network({ isConnected: false });
    mockPhone.hide();
    expect([isVisible(), isOnline()]).toEqual([false, false]);
    told = 0;
    mockPhone.show();
    await turn();
    expect([isVisible(), isOnline(), mockPhone.asked, told]).toEqual([true, true, 1, 2]);
  });
  it('that went in the background is known too', async () => {
    mockPhone.answer = has('none');
    mockPhone.show();
    await turn();
    expect(isOnline()).toBe(false);
  });
  it('is told of once where nothing has changed', async () => {
    mockPhone.show();
    await turn();
    expect([isOnline(), told]).toEqual([true, 1]);
  });
  it('is asked for anew by a press', async () => {
    mockPhone.network({ isConnected: false });
    await expect(askOnline()).resolves.toBe(true);
    expect(isOnline()).toBe(true);
    mockPhone.answer = has('none');
    await expect(askOnline()).resolves.toBe(false);
  });
  it('is as the phone told meanwhile, not as an older answer has it', async () => {
    const asked = askOnline();
    mockPhone.network({ isConnected: false });
    await expect(asked).resolves.toBe(false);
    expect(isOnline()).toBe(false);
  });
  it('is there in doubt: the phone cannot say, or says nothing', async () => {
    mockPhone.network({ isConnected: false });
    mockPhone.answer = () => Promise.reject(new Error('getNetworkType:fail'));
    await expect(askOnline()).resolves.toBe(true);
    jest.useFakeTimers();
    mockPhone.answer = () => new Promise(() => undefined);
    const asked = askOnline();
    await jest.advanceTimersByTimeAsync(1_000);
    jest.useRealTimers();
    await expect(asked).resolves.toBe(true);
    expect(isOnline()).toBe(false);
  });
});
