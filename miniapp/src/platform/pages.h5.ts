import Taro from '@tarojs/taro';

/** A page as Taro's router holds it; its code comes when it is opened. */
interface Route {
  readonly path: string;
  load(): readonly (Promise<unknown> | undefined)[];
}

const routeOf = (url: string): Route | undefined => {
  const path = (url.split('?')[0] ?? '').replace(/^\//, '');
  const { __taroAppConfig: config } = window as { readonly __taroAppConfig?: { readonly routes?: readonly Route[] } };
  return config?.routes?.find((one) => one.path === path);
};

/** Whether a page's code is here, or came just now: false without a network. A page Taro does not know is Taro's to tell of. */
export async function pageCame(url: string): Promise<boolean> {
  try {
    await routeOf(url)?.load()[0];
    return true;
  } catch {
    return false;
  }
}

/** Fetches the code of pages before they are opened. What does not come is fetched when it is wanted. */
export function fetchAhead(urls: readonly string[]): void {
  for (const url of urls) void pageCame(url);
}

const isLost = (reason: unknown): boolean => {
  const { name, code } = (reason ?? {}) as { readonly name?: string; readonly code?: string };
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED';
};

/** Told when a page opened past us (the tab bar, the browser) does not come: gives the page that is still in view, and its address is put back. */
export function onPageLost(told: () => string): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isLost(event.reason)) return;
    event.preventDefault();
    const path = told();
    window.history.replaceState(window.history.state, '', `#${path}`);
    // The tab bar goes by what the router says.
    Taro.eventCenter.trigger('__taroRouterChange', { toLocation: { path: path.split('?')[0] } });
  });
}
