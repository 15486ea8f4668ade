import type { BrowserContext, Page } from 'playwright-core';
import { fits, until } from '../drivers/fund-app.ts';
import { actorOf, cellsOf, specOf } from './page-states.ts';
import type { PageKey, StateKey } from './page-states.ts';
import type { KeptSession, Stage } from './stage.ts';

export type Theme = 'light' | 'elder';
export interface Look {
  readonly theme: Theme;
  readonly width: number;
  readonly height: number;
}
export const PICTURE: readonly Look[] = [{ theme: 'light', width: 390, height: 844 }, { theme: 'elder', width: 390, height: 844 }];
/** The narrowest phone with the largest type. */
export const TIGHT: Look = { theme: 'elder', width: 360, height: 780 };

/** As the phone names a person on the device. */
function personKeyOf({ person }: KeptSession): string {
  let hash = 0x811c9dc5;
  for (const sign of `${person?.idNumber ?? ''}|${person?.name ?? ''}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Opens the cells of one state, one after the other, in one browser context. */
export class StateRoom {
  readonly #stage: Stage;
  readonly #state: StateKey;
  readonly #context: BrowserContext;
  readonly #page: Page;
  readonly errors: string[] = [];

  private constructor(stage: Stage, state: StateKey, context: BrowserContext, page: Page) {
    this.#stage = stage;
    this.#state = state;
    this.#context = context;
    this.#page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  /** @param scale device pixels to one px */
  static async open(stage: Stage, state: StateKey, scale = 1): Promise<StateRoom> {
    const context = await stage.browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: scale, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    const room = new StateRoom(stage, state, context, await context.newPage());
    await room.#page.goto(`${stage.world.doorUrl}/h5/favicon.svg`);
    await room.#prepare();
    return room;
  }

  get page(): Page {
    return this.#page;
  }

  /** Puts the world into the state: what breaks, breaks here. */
  async #prepare(): Promise<void> {
    if (this.#state === 'stale') for (const { page } of cellsOf('stale')) await this.#goto(page, { theme: 'light', width: 390, height: 844 }, true);
    if (this.#state === 'stale' || this.#state === 'coreDown') await this.#stage.world.control.coreFault({ on: '*', kind: 'down' });
    if (this.#state === 'loading') await this.#context.route('**/api/**', () => undefined);
    if (this.#state === 'offline') await this.#context.route('**/api/**', (route) => route.abort('internetdisconnected'));
  }

  async #goto(key: PageKey, look: Look, settle = false): Promise<void> {
    const actor = actorOf(key, this.#state);
    const session = this.#stage.sessions[actor];
    // Without this the page before goes on asking, and a last value of another state would be shown.
    await this.#page.goto(`${this.#stage.world.doorUrl}/h5/favicon.svg`);
    await this.#page.setViewportSize({ width: look.width, height: look.height });
    const drafts = session === null ? [] : Object.entries(specOf(key).keeps?.(this.#stage.places) ?? {}).map(([name, value]) => [`wish:${personKeyOf(session)}:draft:${name}`, JSON.stringify(value)] as const);
    await this.#page.evaluate(
      ([kept, theme, fresh, texts]) => {
        const forget = Object.keys(localStorage).filter((name) => fresh || !name.startsWith('anju:last:'));
        for (const name of forget) localStorage.removeItem(name);
        if (kept) localStorage.setItem('anju:session', kept);
        localStorage.setItem('anju:theme', theme);
        for (const [name, text] of texts) localStorage.setItem(`anju:${name}`, text);
      },
      [session ? JSON.stringify(session) : '', look.theme, this.#state !== 'stale', drafts] as const,
    );
    await this.#page.goto(`${this.#stage.world.doorUrl}/h5/#${specOf(key).path(this.#stage.places, actor)}`);
    if (settle) await this.#page.waitForLoadState('networkidle');
  }

  /** Shows one cell; rejects when its words do not come. */
  async show(key: PageKey, look: Look, words: string | RegExp): Promise<void> {
    await this.#goto(key, look);
    await until(
      async () => (fits(await this.words(), words) ? true : undefined),
      async () => `${key}, ${this.#state} (${look.theme}) does not say ${String(words)}:\n${await this.words()}`,
      8_000,
    );
  }

  /** Waits until the page asks nothing more and moves no more; a loading page is taken as it stands. */
  async settled(loading: boolean): Promise<void> {
    if (!loading) await this.#page.waitForLoadState('networkidle');
    await this.#page.waitForTimeout(250);
  }

  /** What is read on the screen, and what a screen reader is told beside it. */
  words(): Promise<string> {
    return this.#page.evaluate(() => {
      const told = [...document.querySelectorAll('[aria-label]')].filter((element) => element.getClientRects().length > 0).map((element) => element.getAttribute('aria-label') ?? '');
      return `${document.body.innerText}\n--\n${told.join('\n')}`;
    });
  }

  async close(): Promise<void> {
    await this.#context.unrouteAll({ behavior: 'ignoreErrors' });
    await this.#context.close();
    if (this.#state === 'stale' || this.#state === 'coreDown') await this.#stage.world.control.clearCoreFaults();
  }
}

/** What stands out at the right of the column, where nobody can read it. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    const may = (element: Element): boolean => element.closest('[role="tablist"]') !== null;
    return [...document.querySelectorAll('#container *')]
      .filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().right > edge && !may(element))
      .map((element) => `${element.className} ${Math.round(element.getBoundingClientRect().right)}: ${(element.textContent ?? '').slice(0, 40)}`)
      .slice(0, 5);
  });
}
