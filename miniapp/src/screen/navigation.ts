import Taro from '@tarojs/taro';
import { currentSession, signInWithWechat } from '../api/session.ts';
import { onPageLost, pageCame } from '../platform/pages.ts';
import { wechatCode } from '../platform/sign-in.ts';
import { notOpenedText } from '../texts/states.ts';
import { PATHS } from './paths.ts';
import { sayInView } from './toast.ts';

const TABS: readonly string[] = [PATHS.home, PATHS.services, PATHS.progress, PATHS.me];
/** WeChat keeps at most ten pages; the tenth replaces the ninth. */
const DEEPEST = 9;
const quiet = (): undefined => undefined;

const isTab = (url: string): boolean => TABS.includes(url.split('?')[0] ?? '');

/** The page that is being fetched: a second tap opens it no second time. */
let fetching: string | null = null;

/** Opens a page once its code is here; else this page stays, with its address, and says why. */
async function whenHere(url: string, open: () => Promise<unknown>): Promise<void> {
  if (fetching === url) return;
  fetching = url;
  const came = await pageCame(url);
  if (fetching !== url) return;
  fetching = null;
  if (!came) return sayInView(notOpenedText);
  await Promise.resolve(open()).catch(quiet);
}

/** A page opened by the tab bar that does not come is told of too. */
export function tellOfLostPages(): void {
  onPageLost(() => {
    sayInView(notOpenedText);
    return herePath();
  });
}

/** Opens a tab page. */
export function goTab(url: string): void {
  void whenHere(url, () => Taro.switchTab({ url }));
}

/** Opens a page above this one; a tab page is switched to. */
export function go(url: string): void {
  if (isTab(url)) return goTab(url);
  void whenHere(url, () => (Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })));
}

/** Opens a page in place of this one: after it, the way back does not lead here. */
export function goReplace(url: string): void {
  if (isTab(url)) return goTab(url);
  void whenHere(url, () => Taro.redirectTo({ url }));
}

/** Back to the page before; the first page leads home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) {
    void Taro.navigateBack().catch(quiet);
    return;
  }
  goTab(PATHS.home);
}

/** This page with its query, to come back to. */
export function herePath(): string {
  const instance = Taro.getCurrentInstance();
  const path = instance.router?.path ?? PATHS.home;
  const values = Object.entries(instance.router?.params ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[0] !== '$taroTimestamp' && pair[0] !== 'stamp');
  const page = (path.startsWith('/') ? path : `/${path}`).split('?')[0] ?? PATHS.home;
  const query = values.map(([name, value]) => `${name}=${encodeURIComponent(decodeURIComponent(value))}`).join('&');
  return query === '' ? page : `${page}?${query}`;
}

/** To the sign-in page and back to this one. */
export function goSignIn(): void {
  go(PATHS.signIn(herePath()));
}

/** To the real-name page and back to this one. */
export function goRealName(): void {
  go(PATHS.realName(herePath()));
}

/**
 * One tap to sign in. In WeChat it needs no page when this WeChat is known; else the sign-in page goes on from there.
 * @throws ApiProblem, TransportFailure from WeChat's sign-in
 */
export async function startSignIn(): Promise<void> {
  if (wechatCode === null) return goSignIn();
  await signInWithWechat();
  if (currentSession()?.level === 'guest') goSignIn();
}
