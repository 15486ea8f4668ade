import { appTexts } from '../texts/pieces.ts';
import './document.scss';

/** Where the front door is: the H5 is served by it. */
export const apiOrigin = '';

/** A browser loads the newest version by itself. */
export function takeUpdates(): void {}

/** The mark and the title of the tab. */
export function titleOf(title: string): void {
  document.title = appTexts.titled(title);
}

/** Sets the version for what lies outside the page: the ground behind the column and the tab bar that Taro draws. */
export function dressDocument(theme: string): void {
  document.documentElement.className = `theme-${theme}`;
  document.querySelector('taro-tabbar')?.setAttribute('role', 'navigation');
}
