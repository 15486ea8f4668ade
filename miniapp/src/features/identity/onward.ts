import Taro from '@tarojs/taro';
import { goBack, goReplace, goTab, PATHS } from '../../screen/index.ts';

const bare = (url: string): string => (url.split('?')[0] ?? '').replace(/^\//, '');

/** The page asked for in `?next=`, or undefined. Only addresses inside the app. */
export function nextOf(params: Readonly<Record<string, string | undefined>>): string | undefined {
  const given = params['next'];
  if (given === undefined || given === '') return undefined;
  const next = given.startsWith('/') ? given : decodeURIComponent(given);
  return /^\/(pages|features)\/[\w\-/]+(\?.*)?$/.test(next) ? next : undefined;
}

/** How to get to a page: back, when it is the one before; else in place of this one. */
export function wayTo(next: string | undefined, before: string | undefined): 'back' | 'replace' | 'home' {
  if (next === undefined) return before === undefined ? 'home' : 'back';
  return before !== undefined && bare(before) === bare(next) ? 'back' : 'replace';
}

/** On to where the person came from. */
export function goOn(next: string | undefined): void {
  const pages = Taro.getCurrentPages();
  const page = pages[pages.length - 2];
  const before = page?.route ?? page?.path;
  const way = wayTo(next, before ?? undefined);
  if (way === 'back') return goBack();
  if (way === 'home' || next === undefined) return goTab(PATHS.home);
  goReplace(next);
}
