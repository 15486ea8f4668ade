import Taro from '@tarojs/taro';
import { currentSession, signInWithWechat } from '../api/session.ts';
import { wechatCode } from '../platform/sign-in.ts';
import { PATHS } from './paths.ts';

const TABS: readonly string[] = [PATHS.home, PATHS.services, PATHS.progress, PATHS.me];
/** WeChat keeps at most ten pages; the tenth replaces the ninth. */
const DEEPEST = 9;
const quiet = (): undefined => undefined;

const isTab = (url: string): boolean => TABS.includes(url.split('?')[0] ?? '');

/** Opens a tab page. */
export function goTab(url: string): void {
  void Taro.switchTab({ url }).catch(quiet);
}

/** Opens a page above this one; a tab page is switched to. */
export function go(url: string): void {
  if (isTab(url)) return goTab(url);
  const open = Taro.getCurrentPages().length >= DEEPEST ? Taro.redirectTo({ url }) : Taro.navigateTo({ url });
  void Promise.resolve(open).catch(quiet);
}

/** Opens a page in place of this one: after it, the way back does not lead here. */
export function goReplace(url: string): void {
  if (isTab(url)) return goTab(url);
  void Taro.redirectTo({ url }).catch(quiet);
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
