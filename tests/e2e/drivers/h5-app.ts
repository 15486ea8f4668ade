import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Control } from '../world/control.ts';
import { fits, until } from './fund-app.ts';
import type { FundApp, PhoneHolder } from './fund-app.ts';

/** Flags under which Chromium runs as root, without a screen and without looking for the internet. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];

/** A Chromium for one suite. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['ANJU_CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });
}

export interface H5Options {
  readonly browser: Browser;
  readonly doorUrl: string;
  readonly control: Control;
  readonly width?: number;
  readonly height?: number;
  /** Device pixels to one px; 1 when absent. */
  readonly scale?: number;
}

const FACE_BUTTONS = { passed: '通过', cancelled: '我取消', 'not-recognised': '没认出来' } as const;

/** The H5 in a browser, behind the front door. */
export class H5App implements FundApp {
  readonly channel = 'h5';
  readonly #options: H5Options;
  readonly #requests: string[] = [];
  readonly errors: string[] = [];
  #context: BrowserContext | undefined;
  #page: Page | undefined;
  #face: keyof typeof FACE_BUTTONS = 'passed';
  #holder: PhoneHolder = { key: '', mobile: '' };

  constructor(options: H5Options) {
    this.#options = options;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the app is not open');
    return this.#page;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the app is not open');
    return this.#context;
  }

  async open(): Promise<void> {
    const { browser, width = 390, height = 844, scale = 1 } = this.#options;
    this.#context ??= await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    await this.#page?.close();
    this.#page = await this.#context.newPage();
    this.#page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) this.#requests.push(`${request.method()} ${pathname}${search}`);
    });
    this.#page.on('pageerror', (error) => this.errors.push(String(error)));
    this.#page.on('framenavigated', (frame) => {
      if (frame === this.#page?.mainFrame() && frame.url().includes('/console/identity/h5/')) void this.#passFacePage().catch((error: unknown) => this.errors.push(String(error)));
    });
    await this.#page.goto(`${this.#options.doorUrl}/h5/`);
    await this.sees(/\S{4,}/);
  }

  /** A second tab of the same person. */
  async anotherTab(): Promise<H5App> {
    const tab = new H5App(this.#options);
    tab.#context = this.context;
    await tab.open();
    return tab;
  }

  async visit(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
    await this.page.waitForTimeout(150);
  }

  /** Taro keeps earlier pages in the document, hidden; a person reads the shown one. */
  async text(): Promise<string> {
    try {
      return await this.page.evaluate(() => document.body.innerText);
    } catch (error) {
      // On its way from one document to the next.
      if (String(error).includes('context was destroyed')) return '';
      throw error;
    }
  }

  async sees(words: string | RegExp, withinMs = 10_000): Promise<void> {
    await until(
      async () => (fits(await this.text(), words) ? true : undefined),
      async () => `did not see ${String(words)} at ${this.page.url().replace(/\?.*/, '')}:\n${await this.text()}`,
      withinMs,
    );
  }

  #named(words: string | RegExp): Locator {
    return this.page.getByText(words, typeof words === 'string' ? { exact: true } : {}).filter({ visible: true });
  }

  async #target(words: string | RegExp): Promise<Locator> {
    const target = this.#named(words).last();
    try {
      await target.waitFor({ state: 'visible', timeout: 10_000 });
    } catch {
      throw new Error(`nothing to tap with ${String(words)}:\n${await this.text()}`);
    }
    return target;
  }

  async tap(words: string | RegExp): Promise<void> {
    const target = await this.#target(words);
    await target.click({ timeout: 10_000 });
  }

  async doubleTap(words: string | RegExp): Promise<void> {
    await (await this.#target(words)).dblclick({ delay: 5, timeout: 10_000 });
  }

  /** The provider's own page has a button per outcome; the person presses one. */
  async #passFacePage(): Promise<void> {
    await this.page.getByRole('button', { name: FACE_BUTTONS[this.#face] }).first().click({ timeout: 10_000 });
  }

  async fill(label: string, value: string): Promise<void> {
    const field = this.page.locator(`input[aria-label="${label}"], input[placeholder="${label}"], textarea[aria-label="${label}"], [aria-label="${label}"] input`).filter({ visible: true }).last();
    await field.waitFor({ state: 'visible', timeout: 10_000 });
    await field.fill(value);
  }

  async upload(words: string, file: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await (await this.#target(words)).click();
    await (await chooser).setFiles(file);
  }

  async back(): Promise<void> {
    await this.page.goBack();
    await this.page.waitForTimeout(200);
  }

  holder(person: PhoneHolder): void {
    this.#holder = person;
  }

  /** The sixth digit of the code signs in by itself. */
  async signIn(): Promise<void> {
    const { mobile } = this.#holder;
    await this.fill('手机号', mobile);
    const before = (await this.#options.control.sms(mobile)).length;
    await this.tap('获取验证码');
    const code = await until(async () => (await this.#options.control.sms(mobile)).slice(before).at(-1)?.params[0], async () => `no code came by SMS:
${await this.text()}`);
    await this.fill('短信验证码', code);
  }

  faceWill(outcome: 'passed' | 'cancelled' | 'not-recognised'): void {
    this.#face = outcome;
  }

  requests(): readonly string[] {
    return this.#requests;
  }

  async close(): Promise<void> {
    await this.#context?.close();
  }
}
