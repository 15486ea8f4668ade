import { readFileSync } from 'node:fs';
import type { Control } from '../../world/control.ts';
import { repliesSeen } from '../../world/phone.ts';

type Callbacks<T> = { success?: (result: T) => void; fail?: (error: { errMsg: string; errCode?: number }) => void; complete?: (result: unknown) => void };

/** Ends a wx call as WeChat does: asynchronously, by success or fail, then complete; by a promise when none of them is given. */
function settle<T extends object>(name: string, options: Callbacks<T> | undefined, work: () => Promise<T>): Promise<T> | undefined {
  const called = options?.success ?? options?.fail ?? options?.complete;
  const ending = work().then(
    (result) => {
      const success = { errMsg: `${name}:ok`, ...result };
      options?.success?.(success);
      options?.complete?.(success);
      return success;
    },
    (error: unknown) => {
      const failure = { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`, ...(error as { errCode?: number }) };
      options?.fail?.(failure);
      options?.complete?.(failure);
      if (!called) throw failure;
      return undefined as never;
    },
  );
  return called ? undefined : ending;
}

export interface WxWorld {
  readonly control: Control;
  /** Where `https://api.example.org` really is. */
  readonly apiUrl: string;
  readonly personKey: () => string;
  readonly faceOutcome: () => string;
  readonly subscribeAnswer: () => 'accept' | 'reject';
  readonly requests: string[];
  readonly navigate: (kind: 'to' | 'redirect' | 'tab' | 'relaunch' | 'back', url: string, delta: number) => void;
  /** The title in the header that WeChat draws. */
  readonly title: (words: string) => void;
  /** A picture or paper that the camera or album gives. */
  readonly voucher: () => { path: string; size: number };
  /** What the phone keeps when the app is killed. */
  readonly kept: Map<string, unknown>;
}

function requestOf(world: WxWorld) {
  return (options: { url: string; method?: string; header?: Record<string, string>; data?: unknown; timeout?: number } & Callbacks<object>) => {
    const ending = new AbortController();
    void settle('request', options, async () => {
      const url = options.url.replace(/^https:\/\/api\.example\.org/, world.apiUrl);
      world.requests.push(`${options.method ?? 'GET'} ${url.replace(world.apiUrl, '')}`);
      const body = options.data === undefined || options.method === 'GET' ? undefined : typeof options.data === 'string' ? options.data : JSON.stringify(options.data);
      const limit = AbortSignal.timeout(options.timeout ?? 60_000);
      const response = await fetch(url, {
        method: options.method ?? 'GET',
        headers: { referer: 'https://servicewechat.com/touristappid/devtools/page-frame.html', ...options.header },
        signal: AbortSignal.any([ending.signal, limit]),
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      repliesSeen.push(text);
      return { statusCode: response.status, header: Object.fromEntries(response.headers), data: text };
    });
    return { abort: () => ending.abort(), onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
  };
}

function uploadOf(world: WxWorld) {
  return (options: { url: string; filePath: string; name: string; header?: Record<string, string> } & Callbacks<object>) => {
    void settle('uploadFile', options, async () => {
      const url = options.url.replace(/^https:\/\/api\.example\.org/, world.apiUrl);
      world.requests.push(`POST ${url.replace(world.apiUrl, '')}`);
      const form = new FormData();
      form.set(options.name, new Blob([readFileSync(options.filePath)]), 'voucher');
      const response = await fetch(url, { method: 'POST', headers: { ...options.header }, body: form });
      return { statusCode: response.status, data: await response.text() };
    });
    return { abort: () => undefined, onProgressUpdate: () => undefined, offProgressUpdate: () => undefined, onHeadersReceived: () => undefined };
  };
}

function storageOf(kept: Map<string, unknown>) {
  return {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void kept.set(key, value),
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 1, limitSize: 10_240 }),
  };
}

function systemOf() {
  const info = { brand: 'devtools', model: 'phone', pixelRatio: 3, screenWidth: 390, screenHeight: 844, windowWidth: 390, windowHeight: 750, statusBarHeight: 47, language: 'zh_CN', version: '8.0.60', system: 'iOS 17.0', platform: 'ios', fontSizeSetting: 16, SDKVersion: '3.9.0', safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 }, theme: 'light' };
  return {
    getSystemInfoSync: () => info,
    getSystemInfo: (options: Callbacks<object>) => settle('getSystemInfo', options, () => Promise.resolve(info)),
    getWindowInfo: () => info,
    getDeviceInfo: () => info,
    getAppBaseInfo: () => info,
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    canIUse: () => true,
    nextTick: (work: () => void) => void setTimeout(work, 0),
    getUpdateManager: () => ({ onCheckForUpdate: () => undefined, onUpdateReady: () => undefined, onUpdateFailed: () => undefined, applyUpdate: () => undefined }),
    getNetworkType: (options: Callbacks<object>) => settle('getNetworkType', options, () => Promise.resolve({ networkType: 'wifi' })),
    getRandomValues: (options: { length: number } & Callbacks<object>) =>
      settle('getRandomValues', options, () => Promise.resolve({ randomValues: crypto.getRandomValues(new Uint8Array(options.length)).buffer })),
  };
}

/** Calls that only change how WeChat itself looks or that tell of it: they succeed and do nothing here. */
const QUIET = ['setNavigationBarColor', 'showToast', 'hideToast', 'showLoading', 'hideLoading', 'setVisualEffectOnCapture', 'pageScrollTo', 'stopPullDownRefresh', 'makePhoneCall', 'showTabBarRedDot', 'hideTabBarRedDot', 'setTabBarBadge', 'removeTabBarBadge', 'setTabBarStyle', 'setTabBarItem', 'hideHomeButton', 'showShareMenu', 'openPrivacyContract', 'requirePrivacyAuthorize', 'preloadSubpackage', 'setBackgroundColor', 'setBackgroundTextStyle'];
const LISTENERS = ['onNetworkStatusChange', 'offNetworkStatusChange', 'onAppShow', 'offAppShow', 'onAppHide', 'offAppHide', 'onNeedPrivacyAuthorization', 'onThemeChange', 'onWindowResize', 'offWindowResize', 'onError', 'onUnhandledRejection', 'onPageNotFound', 'onMemoryWarning', 'onKeyboardHeightChange', 'offKeyboardHeightChange'];

/** WeChat's side of the mini-program, with the stand-ins behind it. */
export function createWx(world: WxWorld): Record<string, unknown> {
  let openid = '';
  const quiet = Object.fromEntries(QUIET.map((name) => [name, (options?: Callbacks<object>) => settle(name, options, () => Promise.resolve({}))]));
  const listeners = Object.fromEntries(LISTENERS.map((name) => [name, () => undefined]));
  const go = (kind: Parameters<WxWorld['navigate']>[0]) => (options: { url?: string; delta?: number } & Callbacks<object>) =>
    settle(kind, options, async () => world.navigate(kind, options.url ?? '', options.delta ?? 1) ?? {});
  return {
    ...quiet,
    ...listeners,
    ...systemOf(),
    ...storageOf(world.kept),
    setNavigationBarTitle: (options: { title: string } & Callbacks<object>) =>
      settle('setNavigationBarTitle', options, () => {
        world.title(options.title);
        return Promise.resolve({});
      }),
    request: requestOf(world),
    uploadFile: uploadOf(world),
    navigateTo: go('to'),
    redirectTo: go('redirect'),
    switchTab: go('tab'),
    reLaunch: go('relaunch'),
    navigateBack: go('back'),
    login: (options: Callbacks<object>) =>
      settle('login', options, async () => {
        const given = await world.control.loginCode(world.personKey());
        openid = given.openid;
        return { code: given.code };
      }),
    checkSession: (options: Callbacks<object>) => settle('checkSession', options, () => Promise.resolve({})),
    getPrivacySetting: (options: Callbacks<object>) => settle('getPrivacySetting', options, () => Promise.resolve({ needAuthorization: false, privacyContractName: '《用户隐私保护指引》' })),
    requestSubscribeMessage: (options: { tmplIds: readonly string[] } & Callbacks<object>) =>
      settle('requestSubscribeMessage', options, async () => {
        const answer = world.subscribeAnswer();
        for (const id of options.tmplIds) await world.control.subscribe(openid, id, answer);
        return Object.fromEntries(options.tmplIds.map((id) => [id, answer]));
      }),
    checkIsSupportFacialRecognition: (options: Callbacks<object>) => settle('checkIsSupportFacialRecognition', options, () => Promise.resolve({ errCode: 0 })),
    requestFacialVerify: (options: { verifyId: string } & Callbacks<object>) =>
      settle('requestFacialVerify', options, async () => {
        const outcome = world.faceOutcome();
        await world.control.wechatFace(options.verifyId, outcome);
        if (outcome === 'cancelled') throw Object.assign(new Error('cancel'), { errCode: 90100 });
        return { errCode: 0 };
      }),
    chooseMedia: (options: Callbacks<object>) => settle('chooseMedia', options, () => Promise.resolve({ type: 'image', tempFiles: [{ tempFilePath: world.voucher().path, size: world.voucher().size, fileType: 'image' }] })),
    chooseMessageFile: (options: Callbacks<object>) => settle('chooseMessageFile', options, () => Promise.resolve({ tempFiles: [{ path: world.voucher().path, size: world.voucher().size, name: 'voucher.pdf', type: 'file' }] })),
    createSelectorQuery: () => {
      const query = { in: () => query, select: () => query, selectAll: () => query, selectViewport: () => query, boundingClientRect: () => query, scrollOffset: () => query, fields: () => query, node: () => query, exec: (done?: (all: readonly unknown[]) => void) => setTimeout(() => done?.([]), 0) };
      return query;
    },
  };
}
